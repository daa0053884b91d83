internal import GatewayCore

/// Drives the very engine through what is supposed to happen: a quiet home, then this, then whatever comes of it.
/// Every channel accepts at once, and nobody answers.
struct SupposedHome {
    /// What a turn asked for, with the moment.
    struct Step {
        var moment: Moment
        var decision: Decision
    }

    private enum Due {
        case repetition, happening, ending
    }

    private(set) var engine: Engine
    private let supposition: Supposition
    /// False for the same time without it.
    private let happens: Bool
    private let begin: WallTime
    /// Since the beginning.
    private var time = Duration.zero
    private var turns = 0
    private var silent: DeviceID?
    private let repeatsEvery: Duration
    private var nextRepetition: Duration

    /// When it happens, since the beginning.
    let happening: Duration
    private(set) var isHappened = false
    private var isEnded = false

    init(_ plan: Plan, _ supposition: Supposition, happens: Bool) {
        self.supposition = supposition
        self.happens = happens
        // Where nobody does anything, that begins at once.
        happening = supposition.happening == .noActivity ? .zero : ExplanationLimits.quietBefore
        begin = supposition.at - happening
        let intervals = plan.home.devices.compactMap { device -> Duration? in
            if case .report(let silentAfter) = device.supervision { silentAfter / 2 } else { nil }
        }
        repeatsEvery = max(.seconds(1), min(ExplanationLimits.repeatsEvery, intervals.min() ?? .days(1)))
        nextRepetition = repeatsEvery
        let start = Moment(boot: .zero, wall: begin, quality: .synchronised)
        engine = Engine(plan: plan, snapshot: Snapshot(ledger: "explain"), at: start)
    }

    var moment: Moment { Moment(boot: .zero + time, wall: begin + time, quality: .synchronised) }

    /// How long ago it happened.
    func sinceHappening(_ moment: Moment) -> Duration { moment.boot - .zero - happening }

    // MARK: - Life

    /// Lives until a time after it happened, as long as the body wants to go on.
    ///
    /// - Parameter note: takes each turn; the home as it is after it.
    mutating func live(until end: Duration, _ note: (Step, SupposedHome) -> Bool) {
        if turns == 0, !settle(note) { return }
        let end = happening + end
        while turns < ExplanationLimits.turns {
            let tick = engine.deadline.map { max(time, $0 - .zero) }
            let (due, what) = nextDue
            if let tick, tick < due, tick <= end {
                time = tick
                if !turn(.tick, note) { return }
            } else if due <= end {
                time = due
                if !take(what, note) { return }
            } else {
                time = end
                return
            }
        }
    }

    private var nextDue: (Duration, Due) {
        if !isHappened { return min(happening, nextRepetition) == happening ? (happening, .happening) : repetition }
        guard let length = supposition.length, !isEnded, happening + length <= nextRepetition else { return repetition }
        return (happening + length, .ending)
    }

    private var repetition: (Duration, Due) { (nextRepetition, .repetition) }

    private mutating func take(_ due: Due, _ note: (Step, SupposedHome) -> Bool) -> Bool {
        switch due {
        case .repetition:
            nextRepetition += repeatsEvery
            return turn(.readings(restatements()), note)
        case .happening:
            isHappened = true
            guard happens else { return true }
            switch supposition.happening {
            case .told(let device, let capability, let value):
                return turn(.readings([reading(device, capability, value)]), note)
            case .silence(let device): silent = device
            case .noActivity: break
            }
            return turn(.tick, note)
        case .ending:
            isEnded = true
            return happens ? end(note) : true
        }
    }

    private mutating func end(_ note: (Step, SupposedHome) -> Bool) -> Bool {
        switch supposition.happening {
        case .told(let device, let capability, let value):
            guard let usual = UsualHome.opposite(of: value, capability) else { return true }
            return turn(.readings([reading(device, capability, usual)]), note)
        case .silence:
            silent = nil
            return turn(.readings(restatements()), note)
        case .noActivity:
            let movements = engine.plan.home.devices.filter { $0.capabilities.contains(.motion) }
                .flatMap { [reading($0.id, .motion, .state(true)), reading($0.id, .motion, .state(false))] }
            return turn(movements.isEmpty ? .okay(source: "activity") : .readings(movements), note)
        }
    }

    // MARK: - The quiet home

    /// The gateway starts, hears how everything is, and learns how the home is lived in.
    private mutating func settle(_ note: (Step, SupposedHome) -> Bool) -> Bool {
        guard turn(.started(nil), note) else { return false }
        var copies = quietHome()
        for place in copies.indices { copies[place].freshness = .restated }
        // Copies first: they tell how things are, and are nothing that happens.
        guard turn(.readings(copies), note), turn(.readings(quietHome()), note) else { return false }
        guard let mode = supposition.mode, mode != engine.mode else { return true }
        return turn(.mode(mode, until: nil, source: "explain"), note)
    }

    private func quietHome() -> [Reading] {
        engine.plan.home.devices.flatMap { device in
            device.capabilities.compactMap { capability in
                usual(device.id, capability).map { reading(device.id, capability, $0) }
            }
        }
    }

    private func usual(_ device: DeviceID, _ capability: Capability) -> ReadingValue? {
        if case .told(device, capability, .state(let isOn)) = supposition.happening { return .state(!isOn) }
        return UsualHome.reading(of: capability)
    }

    /// Each device says again how it is.
    private func restatements() -> [Reading] {
        engine.plan.home.devices.filter { $0.id != silent }.flatMap { device in
            let states = (engine.devices[device.id]?.latest ?? []).filter { $0.capability.kind != .event }
            // What only tells events says that it is alive.
            if states.allSatisfy({ $0.capability == .available }) {
                return [reading(device.id, .heartbeat, .happened)]
            }
            return states.map { reading(device.id, $0.capability, $0.value) }
        }
    }

    private func reading(_ device: DeviceID, _ capability: Capability, _ value: ReadingValue) -> Reading {
        Reading(device: device, capability: capability, value: value, moment: moment)
    }

    // MARK: - Turns

    /// A turn, and those of the channels' answers to it.
    private mutating func turn(_ event: Event, _ note: (Step, SupposedHome) -> Bool) -> Bool {
        var events = [event]
        var place = 0
        while place < events.count, place < ExplanationLimits.answers {
            let decision = engine.turn(events[place], at: moment)
            place += 1
            turns += 1
            guard note(Step(moment: moment, decision: decision), self) else { return false }
            for case .deliver(let order) in decision.effects {
                events.append(.outcome(order.delivery.id, .accepted))
            }
        }
        return true
    }
}
