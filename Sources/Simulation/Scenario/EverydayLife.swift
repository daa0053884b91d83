internal import GatewayCore

/// What the sensors of the simulated home tell of the life in it.
///
/// The life is `HomeLife`'s, by the clock on the wall; a scenario counts from its beginning.
struct EverydayLife {
    private let life: HomeLife
    private let firstDay: Int
    private let end: Duration
    private let calendar: EverydayCalendar
    private var chance: Chance
    private(set) var steps: [Scenario.Step] = []
    private var inBed: Set<UInt8> = []
    private var inChair: Set<UInt8> = []
    /// Whoever shut the bathroom's door behind them.
    private var behindDoor: Set<UInt8> = []

    init(seed: UInt64, days: Int, begins: Scenario.Date) {
        life = HomeLife(seed: seed, mishaps: Self.mishaps(seed), detail: .changesOfRoom)
        calendar = EverydayCalendar(begins)
        // A week later than the first Monday, so that the night before the first day is there too.
        firstDay = calendar.weekday + 7
        end = .days(Int64(days))
        chance = Chance(seed: seed ^ 0x5045_4F50_4C45_5321)
    }

    /// How many times as often as usual people fall, wander and fall ill: some lives must have much of it, so that
    /// few seeds meet everything.
    private static func mishaps(_ seed: UInt64) -> Int64 { seed % 3 == 0 ? 60 : 10 }

    /// - Parameter day: from -1, of which only the night is in the run.
    mutating func addDay(_ day: Int) {
        let events = life.day(firstDay + day)
        for (place, event) in events.enumerated() {
            let at = calendar.runTime(ofDay: day, milliseconds: event.milliseconds)
            if case .goesOut = event.what {
                let comesBack = events[place...].contains { $0.what == .comesHome && $0.person == event.person }
                sayWhereTo(at, isHoliday: !comesBack)
            }
            add(event, at)
        }
    }

    private mutating func add(_ event: LifeEvent, _ at: Duration) {
        let person = event.person
        switch event.what {
        case .movesIn(let room): move(person, to: room, at)
        case .petMoves(let room): show(at, SimulatedHome.motions[Int(room.rawValue)])
        case .entersBed:
            leaveBathroom(person, at)
            sit(person, true, \.inBed, SimulatedHome.bed, .bedOccupied, at)
        case .leavesBed: sit(person, false, \.inBed, SimulatedHome.bed, .bedOccupied, at)
        case .sitsDown: sit(person, true, \.inChair, SimulatedHome.chair, .chairOccupied, at)
        case .getsUp: sit(person, false, \.inChair, SimulatedHome.chair, .chairOccupied, at)
        case .opens(let contact): open(contact, true, at)
        case .closes(let contact): open(contact, false, at)
        case .kettle(let isOn): add(at, SimulatedHome.kettle, .switchedOn, isOn)
        case .stove(let isOn): add(at, SimulatedHome.stove, .switchedOn, isOn)
        case .takesMedicine: add(at, .event(SimulatedHome.dispenser, .medicineTaken, chance.radio()))
        case .visitorArrives(let visitor): visit(visitor, isHere: true, at)
        case .visitorLeaves(let visitor): visit(visitor, isHere: false, at)
        case .falls:
            // Not every fall is felt by what is worn.
            if chance.happens(perMille: 400) { add(at, .event(SimulatedHome.pendant, .fall, chance.radio())) }
        case .pressesPendant: add(at, .event(SimulatedHome.pendant, .helpCall, chance.radio()))
        case .measures(let sign, let value): measure(sign, value, at)
        case .missesMedicine, .goesOut, .comesHome, .visitorStaysAway, .standsUpAgain, .wandersOut, .wakesIll: break
        }
    }

    // MARK: - Moving about

    private mutating func move(_ person: UInt8, to room: LifeRoom, _ at: Duration) {
        guard room == .bathroom else {
            leaveBathroom(person, at)
            return show(at, SimulatedHome.motions[Int(room.rawValue)])
        }
        if behindDoor.isEmpty, chance.happens(perMille: 500) {
            behindDoor.insert(person)
            add(at + .seconds(4), SimulatedHome.bathDoor, .open, false)
            show(at + .seconds(20), SimulatedHome.bathMotion)
        } else {
            show(at, SimulatedHome.bathMotion)
        }
    }

    private mutating func leaveBathroom(_ person: UInt8, _ at: Duration) {
        guard behindDoor.remove(person) != nil else { return }
        add(at, SimulatedHome.bathDoor, .open, true)
    }

    /// A motion sensor is on for a minute and a half. Some never say that it is over.
    private mutating func show(_ at: Duration, _ sensor: DeviceID) {
        add(at, sensor, .motion, true)
        guard sensor == SimulatedHome.bathMotion || sensor == SimulatedHome.loungeMotion else { return }
        add(at + .seconds(90), sensor, .motion, false)
    }

    /// Two people share the bed and the chair; the sensor knows only whether somebody is there.
    private mutating func sit(
        _ person: UInt8, _ isThere: Bool, _ people: WritableKeyPath<Self, Set<UInt8>>, _ seat: DeviceID,
        _ capability: Capability, _ at: Duration
    ) {
        let wasOccupied = !self[keyPath: people].isEmpty
        if isThere { self[keyPath: people].insert(person) } else { self[keyPath: people].remove(person) }
        let isOccupied = !self[keyPath: people].isEmpty
        if isOccupied != wasOccupied { add(at, seat, capability, isOccupied) }
    }

    private mutating func open(_ contact: LifeContact, _ isOpen: Bool, _ at: Duration) {
        switch contact {
        case .frontDoor: add(at, SimulatedHome.door, .open, isOpen)
        case .medicineBox: add(at, SimulatedHome.medicineBox, .open, isOpen)
        case .backDoor, .fridge: break
        }
    }

    // MARK: - What is said

    /// Now and then somebody tells the home that they go out, and mostly that they go away for days.
    private mutating func sayWhereTo(_ at: Duration, isHoliday: Bool) {
        if isHoliday {
            if chance.happens(perMille: 800) { add(at, .mode(.holiday, chance.duration(.days(2) ... .days(12)))) }
        } else if chance.happens(perMille: 250) {
            add(at, .away(chance.duration(.hours(1) ... .hours(8))))
        }
    }

    /// The carer has a tag; the family says on a page, now and then, that they are there.
    private mutating func visit(_ number: UInt8, isHere: Bool, _ at: Duration) {
        switch life.character.visitors[Int(number)].role {
        case .carer: add(at, .event(SimulatedHome.tag, .buttonPress, chance.radio()))
        case .family:
            if chance.happens(perMille: 500) { add(at, .visit(SimulatedHome.family, isHere: isHere)) }
        }
    }

    private mutating func measure(_ sign: VitalSign, _ thousandths: Int64, _ at: Duration) {
        let capability = sign.capability
        let value = Quantity(thousandths: thousandths)
        // An intake refuses what no body can have.
        guard capability.range?.contains(value) ?? false else { return }
        if sign == .heartRate {
            add(at, SimulatedHome.monitor, .supplementalOxygen, false)
            add(at, SimulatedHome.monitor, .consciousnessReduced, chance.happens(perMille: 20))
        }
        add(at, .number(SimulatedHome.monitor, capability, value, chance.radio()))
    }

    private mutating func add(_ at: Duration, _ device: DeviceID, _ capability: Capability, _ isOn: Bool) {
        add(at, .state(device, capability, isOn, chance.radio()))
    }

    private mutating func add(_ at: Duration, _ incident: Incident) {
        if at >= .zero, at < end { steps.append(Scenario.Step(at: at, incident: incident)) }
    }
}

extension VitalSign {
    fileprivate var capability: Capability {
        switch self {
        case .heartRate: .heartRate
        case .systolic: .systolicPressure
        case .diastolic: .diastolicPressure
        case .bodyTemperature: .bodyTemperature
        case .oxygenSaturation: .oxygenSaturation
        case .respirationRate: .respiratoryRate
        case .weight: .bodyWeight
        }
    }
}
