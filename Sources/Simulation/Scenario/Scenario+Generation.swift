internal import GatewayCore

extension Scenario {
    /// A life with its mishaps, from a seed.
    ///
    /// - Parameter days: at least 1; the last half day is without faults.
    package init(seed: UInt64, days: Int) {
        precondition(days >= 1, "A scenario has a day.")
        self.init(seed: seed, days: days, steps: [])
        var chance = Chance(seed: seed)
        for day in 0..<days {
            addEverydayLife(.days(Int64(day)), &chance)
            addMishaps(.days(Int64(day)), &chance)
        }
        steps.removeAll { $0.at >= .days(Int64(days)) }
        for (index, step) in steps.enumerated().reversed() where step.at >= quietFrom {
            if step.incident.isFault || !step.incident.isEveryday { steps.remove(at: index) }
        }
        // Stable, so that equal times keep their order on every machine.
        steps = steps.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    }

    private mutating func add(_ at: Duration, _ incident: Incident) {
        steps.append(Step(at: at, incident: incident))
    }

    // MARK: - Everyday life

    private mutating func addEverydayLife(_ day: Duration, _ chance: inout Chance) {
        var time = day + chance.duration(.hours(6) ... .hours(8))
        let evening = day + chance.duration(.hours(21) ... .hours(23))
        while time < evening {
            let room = SimulatedHome.motions[Int(chance.below(Int64(SimulatedHome.motions.count)))]
            add(time, .state(room, .motion, true, radio(&chance)))
            add(time + .seconds(90), .state(room, .motion, false, radio(&chance)))
            if chance.happens(perMille: 60) {
                let long = chance.happens(perMille: 150)
                add(time, .state(SimulatedHome.door, .open, true, radio(&chance)))
                let wait = chance.duration(long ? .minutes(8) ... .minutes(90) : .seconds(3) ... .minutes(2))
                add(time + wait, .state(SimulatedHome.door, .open, false, radio(&chance)))
            }
            let rests = chance.happens(perMille: 15)
            time = time + chance.duration(rests ? .hours(3) ... .hours(14) : .minutes(5) ... .minutes(35))
        }
        var celsius = Quantity(thousandths: 19_000 + chance.below(3_000))
        for half in 0..<48 {
            if chance.happens(perMille: 8) { celsius = Quantity(thousandths: 9_000 + chance.below(12_000)) }
            if chance.happens(perMille: 3) { continue }
            let at = day + .minutes(Int64(half) * 30) + chance.duration(.zero ... .minutes(2))
            add(at, .number(SimulatedHome.thermometer, .temperature, celsius, radio(&chance)))
        }
    }

    private func radio(_ chance: inout Chance) -> Incident.Radio {
        switch chance.below(200) {
        case 0: .lost
        case 1: .doubled(after: chance.duration(.milliseconds(1) ... .seconds(90)))
        case 2: .late(chance.duration(.milliseconds(1) ... .minutes(10)))
        default: .clear
        }
    }

    // MARK: - Mishaps

    private mutating func addMishaps(_ day: Duration, _ chance: inout Chance) {
        for _ in 0..<chance.below(4) { addHelpCall(time(day, &chance), &chance) }
        if chance.happens(perMille: 250) { addHazard(time(day, &chance), &chance) }
        if chance.happens(perMille: 200) {
            add(time(day, &chance), .away(chance.duration(.hours(1) ... .days(3))))
        }
        if chance.happens(perMille: 300) { add(time(day, &chance), .okay) }
        // One seed in three is a bad week.
        for _ in 0..<chance.below(seed % 3 == 0 ? 60 : 8) {
            // Some strike in the middle of other things, where they hurt most.
            let near = steps.isEmpty ? day : steps[Int(chance.below(Int64(steps.count)))].at
            let at =
                chance.happens(perMille: 500) && near >= day
                ? near + chance.duration(.zero ... .seconds(20)) : time(day, &chance)
            add(at, mishap(&chance))
        }
    }

    private func time(_ day: Duration, _ chance: inout Chance) -> Duration {
        day + chance.duration(.zero ... .hours(24))
    }

    private mutating func addHelpCall(_ at: Duration, _ chance: inout Chance) {
        let isPendant = chance.happens(perMille: 600)
        let device = isPendant ? SimulatedHome.pendant : SimulatedHome.cord
        let isTest = isPendant && chance.happens(perMille: 100)
        add(at, .press(device, isTest ? .testPress : .helpCall, radio(&chance)))
        if chance.happens(perMille: 300) {
            add(at + chance.duration(.milliseconds(200) ... .minutes(40)), .press(device, .helpCall, radio(&chance)))
        }
        if chance.happens(perMille: 250) {
            let late = chance.happens(perMille: 300)
            let wait = chance.duration(late ? .seconds(10) ... .minutes(20) : .seconds(1) ... .seconds(9))
            add(at + wait, .press(SimulatedHome.pendant, .cancel, radio(&chance)))
        }
    }

    private mutating func addHazard(_ at: Duration, _ chance: inout Chance) {
        let detectors = SimulatedHome.detectors
        let (device, capability) = detectors[Int(chance.below(Int64(detectors.count)))]
        var time = at
        for _ in 0...chance.below(3) {
            add(time, .state(device, capability, true, radio(&chance)))
            time = time + chance.duration(.seconds(5) ... .hours(2))
            add(time, .state(device, capability, false, radio(&chance)))
            time = time + chance.duration(.seconds(5) ... .minutes(30))
        }
    }

    private func mishap(_ chance: inout Chance) -> Incident {
        switch chance.below(14) {
        case 0: .brokerDown(chance.duration(.seconds(1) ... .minutes(40)))
        case 1: .bridgeDown(chance.duration(.seconds(1) ... .hours(6)))
        case 2: .copies
        case 3, 4, 5: channelTrouble(&chance)
        case 6: .disk(chance.happens(perMille: 500) ? .full : .io, chance.duration(.seconds(1) ... .minutes(10)))
        case 7, 8, 9, 10: powerCut(&chance)
        case 11: clockStep(&chance)
        case 12: .reload(Int(chance.below(Int64(SimulatedHome.variants))))
        default: .stall(chance.duration(.seconds(1) ... .minutes(5)))
        }
    }

    private func channelTrouble(_ chance: inout Chance) -> Incident {
        let channels = SimulatedHome.channels
        let faults = Incident.ChannelFault.allCases
        return .channel(
            channels[Int(chance.below(Int64(channels.count)))], faults[Int(chance.below(Int64(faults.count)))],
            chance.duration(.seconds(5) ... .hours(5)))
    }

    private func powerCut(_ chance: inout Chance) -> Incident {
        let places = Incident.PowerCut.Place.allCases
        let isLong = chance.happens(perMille: 200)
        return .powerCut(
            Incident.PowerCut(
                place: places[Int(chance.below(Int64(places.count)))],
                outage: chance.duration(isLong ? .minutes(5) ... .hours(20) : .seconds(1) ... .minutes(3)),
                isReboot: chance.happens(perMille: 500), hasClock: chance.happens(perMille: 600),
                settings: chance.happens(perMille: 150) ? Int(chance.below(Int64(SimulatedHome.variants))) : nil))
    }

    private func clockStep(_ chance: inout Chance) -> Incident {
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
        case .state(_, let capability, let isOn, _): !capability.isHazard || !isOn
        case .number: true
        default: false
        }
    }
}
