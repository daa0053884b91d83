internal import GatewayCore

extension SimulatedWorld {
    mutating func take(_ item: Item) {
        switch item {
        case .sends(let device, let capability, let value): send(device, capability, value)
        case .path(let path, let isUp): report(path, isUp: isUp)
        case .channelEnds(let number, let channel):
            network.end(number)
            if !network.isDown(channel) { report(.channel(channel), isUp: true) }
        case .brokerEnds: endBreak(ofBroker: true)
        case .bridgeEnds: endBreak(ofBroker: false)
        case .diskEnds: ledger.trouble = nil
        case .starts(let number): start(settings: number)
        case .synchronises:
            clock.synchronise()
            note("the clock is set")
            turn(.tick)
        case .tries:
            record(clock.moment(time))
            deliverQueue()
        case .flushes:
            isFlushAsked = false
            flush()
        case .answers(let id, let outcome, let life):
            if gateway?.life == life { turn(.outcome(id, outcome)) }
        case .arrives(let letter): arrive(letter)
        case .acknowledges, .closes: answer(item)
        case .quiet: becomeQuiet()
        case .demandsTold:
            if let engine = gateway?.engine { oracle.demandTold(engine.alerts, arrived: arrived) }
        }
    }

    mutating func happen(_ incident: Incident) {
        counts.visit(incident.name)
        if incident.isWorthALine { note(incident.text) }
        switch incident {
        case .press(let device, let capability, let radio): radiate(device, capability, .happened, radio)
        case .state(let device, let capability, let isOn, let radio): radiate(device, capability, .state(isOn), radio)
        case .number(let device, let capability, let quantity, let radio):
            radiate(device, capability, .number(quantity), radio)
        case .okay: turn(.okay(source: "page"))
        case .away(let duration):
            if gateway != nil { turn(.mode(.away, until: clock.moment(time).wall + duration, source: "page")) }
        case .copies: deliverCopies(.restated)
        case .reload(let number): reload(number)
        case .stall(let duration): stalledUntil = max(stalledUntil, time + duration)
        case .clockStep(let size):
            clock.step(by: size)
            turn(.tick)
        default: begin(incident)
        }
    }

    private mutating func begin(_ fault: Incident) {
        guard !isQuiet else { return }
        switch fault {
        case .brokerDown(let duration):
            guard broker.isUp else { return }
            broker.isUp = false
            broker.breakConnection()
            report(.intake(SimulatedHome.broker), isUp: false)
            after(duration, .brokerEnds)
        case .bridgeDown(let duration):
            guard broker.isBridgeUp else { return }
            broker.isBridgeUp = false
            if broker.isUp { report(.bridge(SimulatedHome.bridge), isUp: false) }
            after(duration, .bridgeEnds)
        case .channel(let channel, let kind, let duration):
            let number = network.begin(kind, on: channel)
            if kind == .down { after(SimulationLimits.pathNoticedAfter, .path(.channel(channel), isUp: false)) }
            after(duration, .channelEnds(number, channel))
        case .disk(let kind, let duration):
            ledger.trouble = kind
            after(duration, .diskEnds)
        case .powerCut(let power):
            guard gateway != nil else { return }
            if power.place == .atOnce { cutPower(power) } else { cut = power }
        default: break
        }
    }

    private mutating func endBreak(ofBroker isBroker: Bool) {
        if isBroker { broker.isUp = true } else { broker.isBridgeUp = true }
        guard broker.isUp else { return }
        if isBroker { report(.intake(SimulatedHome.broker), isUp: true) }
        report(.bridge(SimulatedHome.bridge), isUp: broker.isBridgeUp)
        deliverCopies(isBroker ? .retained : .restated)
        deliverQueue()
    }

    // MARK: - Radio

    private mutating func radiate(
        _ device: DeviceID, _ capability: Capability, _ value: ReadingValue, _ radio: Incident.Radio
    ) {
        switch radio {
        case .clear: send(device, capability, value)
        case .lost: break
        case .doubled(let gap):
            after(gap, .sends(device, capability, value))
            send(device, capability, value)
        case .late(let delay): after(delay, .sends(device, capability, value))
        }
    }

    private mutating func send(_ device: DeviceID, _ capability: Capability, _ value: ReadingValue) {
        // Half of the presses say when they happened.
        let isStamped = capability.kind == .event && Chance.fixed(scenario.seed, 30, time.nanoseconds, below: 2) == 0
        guard broker.take(device, capability, value, at: isStamped ? clock.trueWall(time) : nil) else { return }
        if let letter = broker.queue.last { show(.sent(number: letter.number, device, capability)) }
        deliverQueue()
    }

    // MARK: - The quiet time

    /// All faults end; everything must come to rest.
    private mutating func becomeQuiet() {
        note("all faults end")
        isQuiet = true
        cut = nil
        stalledUntil = .zero
        ledger.trouble = nil
        network.heal()
        clock.synchronise()
        if gateway == nil { start(settings: nil) }
        if !broker.isUp { endBreak(ofBroker: true) }
        if !broker.isBridgeUp { endBreak(ofBroker: false) }
        for channel in SimulatedHome.channels { report(.channel(channel), isUp: true) }
        record(clock.moment(time))
        for (device, capability) in SimulatedHome.detectors { send(device, capability, .state(false)) }
        send(SimulatedHome.door, .open, .state(false))
        deliverQueue()
        for alert in gateway?.engine.alerts ?? [] where alert.isOpen {
            guard let contact = alert.told.first else { continue }
            after(.hours(1), .closes(alert.id, contact, attempt: 0))
        }
    }
}

extension Incident {
    /// Everyday readings would bury the rest of a story.
    fileprivate var isWorthALine: Bool {
        switch self {
        case .state(_, .motion, _, .clear), .number(_, _, _, .clear): false
        default: true
        }
    }
}
