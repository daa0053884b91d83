internal import GatewayCore

extension Scenario {
    /// A life with its mishaps, from a seed.
    ///
    /// - Parameter days: at least 1; the last half day is without faults.
    package init(seed: UInt64, days: Int) {
        precondition(days >= 1, "A scenario has a day.")
        self.init(seed: seed, days: days, begins: Self.beginning(seed), peopleAnswer: true, endsQuietly: true)
        let quiet = quietFrom ?? .zero
        var mishaps = Mishaps(seed: seed, everyday: Self.everydayLife(seed: seed, days: days, begins: begins))
        for day in 0..<days { mishaps.addDay(.days(Int64(day))) }
        let end = Duration.days(Int64(days))
        steps = Self.inOrder(mishaps.everyday + mishaps.steps).filter { step in
            step.at < end && (step.at < quiet || step.incident.isEveryday)
        }
    }

    /// Some lives begin where the calendar is odd.
    private static func beginning(_ seed: UInt64) -> Date {
        let odd = [
            // The days before the clocks change, a leap day and the one before, and the turn of a year.
            Date(year: 2026, month: 3, day: 28), Date(year: 2026, month: 10, day: 24),
            Date(year: 2028, month: 2, day: 28), Date(year: 2028, month: 2, day: 29),
            Date(year: 2027, month: 12, day: 31),
        ]
        let choice = Int(Chance.fixed(seed, 11, below: 10))
        if choice < odd.count { return odd[choice] }
        let day = CivilTime.day(year: 2026, month: 1, day: 1) + Int(Chance.fixed(seed, 12, below: 1_000))
        let civil = CivilTime(WallTime(milliseconds: Int64(day) * 86_400_000))
        return Date(year: civil.year, month: civil.month, day: civil.day)
    }
}

/// What goes wrong in a life, and the calls for help in it.
private struct Mishaps {
    let seed: UInt64
    let everyday: [Scenario.Step]
    var chance: Chance
    var steps: [Scenario.Step] = []
    private var firstOfDay = 0

    init(seed: UInt64, everyday: [Scenario.Step]) {
        self.seed = seed
        self.everyday = everyday
        chance = Chance(seed: seed)
    }

    private mutating func add(_ at: Duration, _ incident: Incident) {
        steps.append(Scenario.Step(at: at, incident: incident))
    }

    mutating func addDay(_ day: Duration) {
        for _ in 0..<chance.below(4) { addHelpCall(time(day)) }
        if chance.happens(perMille: 250) { addHazard(time(day)) }
        if chance.happens(perMille: 200) { add(time(day), .away(chance.duration(.hours(1) ... .days(3)))) }
        if chance.happens(perMille: 300) { add(time(day), .okay) }
        if chance.happens(perMille: 120) {
            add(time(day), .mode(chance.pick(HomeMode.allCases), chance.duration(.minutes(1) ... .days(2))))
        }
        if chance.happens(perMille: 100) {
            let visitor = chance.pick([SimulatedHome.carer, SimulatedHome.family])
            add(time(day), .visit(visitor, isHere: chance.happens(perMille: 600)))
        }
        if chance.happens(perMille: 60) { addSpell(time(day), SimulatedHome.door, .tamper, .hours(1)) }
        if chance.happens(perMille: 80) { addSpell(time(day), SimulatedHome.mainsWatch, .mainsLost, .hours(5)) }
        if chance.happens(perMille: 600) {
            add(time(day), .answer(chance.pick(SimulatedHome.people), chance.pick(Incident.Answer.allCases)))
        }
        while firstOfDay < everyday.count, everyday[firstOfDay].at < day { firstOfDay += 1 }
        // One seed in three is a bad week.
        for _ in 0..<chance.below(seed % 3 == 0 ? 60 : 8) {
            let at = time(day)
            // Some strike in the middle of other things, where they hurt most.
            let near = isNear() ? busyTime(near: at) : nil
            add(near ?? at, mishap())
        }
    }

    private mutating func isNear() -> Bool { chance.happens(perMille: 500) }

    /// A moment shortly after something of this day has happened.
    private mutating func busyTime(near time: Duration) -> Duration? {
        let calls = steps.suffix(12).filter { !$0.incident.isFault }
        if chance.happens(perMille: 400), !calls.isEmpty {
            return chance.pick(Array(calls)).at + chance.duration(.zero ... .seconds(20))
        }
        let today = everyday.count - firstOfDay
        guard today > 0 else { return nil }
        let place = firstOfDay + Int(chance.below(Int64(min(today, 120))))
        return everyday[place].at + chance.duration(.zero ... .seconds(20))
    }

    private mutating func time(_ day: Duration) -> Duration {
        day + chance.duration(.zero ... .hours(24))
    }

    private mutating func addHelpCall(_ at: Duration) {
        let device = chance.happens(perMille: 600) ? SimulatedHome.pendant : chance.pick(SimulatedHome.cords)
        if device == SimulatedHome.pendant, chance.happens(perMille: 150) {
            add(at, .event(device, .fall, chance.radio()))
        }
        let isTest = device == SimulatedHome.pendant && chance.happens(perMille: 100)
        add(at, .event(device, isTest ? .testPress : .helpCall, chance.radio()))
        if chance.happens(perMille: 300) {
            let again = at + chance.duration(.milliseconds(200) ... .minutes(40))
            add(again, .event(device, .helpCall, chance.radio()))
        }
        if chance.happens(perMille: 250) {
            let late = chance.happens(perMille: 300)
            let wait = chance.duration(late ? .seconds(10) ... .minutes(20) : .seconds(1) ... .seconds(9))
            add(at + wait, .event(SimulatedHome.pendant, .cancel, chance.radio()))
        }
    }

    /// A state that lasts for a while.
    private mutating func addSpell(_ at: Duration, _ device: DeviceID, _ capability: Capability, _ longest: Duration) {
        add(at, .state(device, capability, true, chance.radio()))
        let length = chance.duration(.seconds(5) ... longest)
        add(at + length, .state(device, capability, false, chance.radio()))
    }

    private mutating func addHazard(_ at: Duration) {
        let (device, capability) = chance.pick(SimulatedHome.detectors)
        var time = at
        for _ in 0...chance.below(3) {
            add(time, .state(device, capability, true, chance.radio()))
            time = time + chance.duration(.seconds(5) ... .hours(2))
            add(time, .state(device, capability, false, chance.radio()))
            time = time + chance.duration(.seconds(5) ... .minutes(30))
        }
    }

    private mutating func mishap() -> Incident {
        switch chance.below(18) {
        case 0:
            .brokerDown(chance.duration(.seconds(1) ... .minutes(40)), forgets: chance.happens(perMille: 300))
        case 1: .bridgeDown(chance.duration(.seconds(1) ... .hours(6)))
        case 2: .serialGone(chance.duration(.seconds(1) ... .hours(3)))
        case 3: .copies
        case 4, 5, 6:
            .channel(
                chance.pick(SimulatedHome.channels), chance.pick(Incident.ChannelFault.allCases),
                chance.duration(.seconds(5) ... .hours(5)))
        case 7: .disk(chance.happens(perMille: 500) ? .full : .io, chance.duration(.seconds(1) ... .minutes(10)))
        case 8, 9, 10, 11: powerCut()
        case 12: clockStep()
        case 13: .reload(Int(chance.below(Int64(SimulatedHome.variants))))
        case 14: .unanswering(chance.pick(SimulatedHome.people), chance.duration(.minutes(5) ... .hours(8)))
        case 15: .suspend(chance.duration(.seconds(5) ... .hours(9)))
        default: .stall(chance.duration(.seconds(1) ... .minutes(5)))
        }
    }

    private mutating func powerCut() -> Incident {
        let isLong = chance.happens(perMille: 200)
        return .powerCut(
            Incident.PowerCut(
                place: chance.pick(Incident.PowerCut.Place.allCases), effects: Int(chance.below(5)),
                outage: chance.duration(isLong ? .minutes(5) ... .hours(20) : .seconds(1) ... .minutes(3)),
                restart: chance.pick(Incident.PowerCut.Restart.allCases),
                settings: chance.happens(perMille: 150) ? Int(chance.below(Int64(SimulatedHome.variants))) : nil,
                losesLedger: chance.happens(perMille: 40)))
    }

    private mutating func clockStep() -> Incident {
        let size: Duration =
            switch chance.below(4) {
            case 0: chance.duration(.seconds(1) ... .minutes(2))
            case 1: chance.duration(.minutes(2) ... .hours(3))
            case 2: chance.duration(.days(1) ... .days(40))
            default: chance.duration(.days(365) ... .days(3_000))
            }
        return .clockStep(chance.happens(perMille: 500) ? size : .zero - size)
    }
}

extension Incident {
    /// Part of a life in which nothing is wrong.
    fileprivate var isEveryday: Bool {
        switch self {
        case .state(_, let capability, let isOn, _):
            !isOn || capability.showsActivity || capability == .supplementalOxygen
                || capability == .consciousnessReduced
        case .event(_, let capability, _): capability == .medicineTaken || capability == .buttonPress
        case .number, .visit: true
        default: false
        }
    }
}
