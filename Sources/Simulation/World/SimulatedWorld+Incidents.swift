internal import GatewayCore

extension SimulatedWorld {
    mutating func take(_ item: Item) {
        if time < stalledUntil, item.needsGateway { return agenda.add(item, at: stalledUntil) }
        switch item {
        case .sends(let device, let capability, let value): send(device, capability, value)
        case .path(let path): report(path)
        case .copies(let freshness, let source): deliverCopies(freshness, of: source)
        case .channelEnds(let number, let channel):
            network.end(number)
            report(.channel(channel))
        case .brokersEnd(let brokers): mend(brokers: brokers)
        case .bridgesEnd(let bridges): mend(bridges: bridges)
        case .portsEnd(let ports): mend(ports: ports)
        case .wakes: wake()
        case .happens(let incident): happen(incident)
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
        case .outputSays(let report): hear(report)
        case .arrives(let letter): arrive(letter)
        case .acknowledges, .closes: answer(item)
        case .lives(let place): showLife(place)
        case .quiet: becomeQuiet()
        case .demandsTold:
            if let engine = gateway?.engine { oracle.demandTold(engine.alerts, arrived: arrived) }
        }
    }

    /// A step of the scenario, at its time.
    mutating func meet(_ incident: Incident) {
        counts.visit(incident)
        if incident.isWorthALine { note(ScenarioPrinter.text(incident)) }
        if time < stalledUntil, incident.needsGateway {
            agenda.add(.happens(incident), at: stalledUntil)
        } else {
            happen(incident)
        }
    }

    private mutating func happen(_ incident: Incident) {
        switch incident {
        case .event(let device, let capability, let radio): radiate(device, capability, .happened, radio)
        case .state(let device, let capability, let isOn, let radio): radiate(device, capability, .state(isOn), radio)
        case .number(let device, let capability, let quantity, let radio):
            radiate(device, capability, .number(quantity), radio)
        case .okay: turn(.okay(source: "page"))
        case .away(let duration):
            if gateway != nil { turn(.mode(.away, until: clock.moment(time).wall + duration, source: "page")) }
        case .mode(let mode, let duration):
            if gateway != nil { turn(.mode(mode, until: clock.moment(time).wall + duration, source: "page")) }
        case .visit(let visitor, let isHere): turn(.visit(visitor, isHere: isHere, until: nil, source: "page"))
        case .answer(let contact, let answer): answerNewest(contact, answer)
        case .closing(let contact, let outcome): answerNewest(contact, .closes, outcome: outcome)
        case .answering(let contact, let answer): agree(contact, answer)
        case .unanswering(let contact, let duration): unanswering[contact] = time + duration
        case .deviceSilent(let device, let duration): silent[device] = time + duration
        case .copies: deliverCopies(.restated, of: .brokers(home.brokers))
        case .reload(let number): reload(number)
        case .clockStep(let size):
            clock.step(by: size)
            if time >= stalledUntil { turn(.tick) }
        default: begin(incident)
        }
    }

    private mutating func begin(_ fault: Incident) {
        guard !isQuiet else { return }
        switch fault {
        case .brokerDown(let duration, let forgets, let one):
            breakBrokers(one.map { [$0] } ?? home.brokers, for: duration, forgets: forgets)
        case .bridgeDown(let duration, let one):
            breakBridges(one.map { [$0] } ?? home.bridges.map(\.id), for: duration)
        case .serialGone(let duration, let one): breakPorts(one.map { [$0] } ?? home.ports, for: duration)
        case .stall(let duration):
            guard gateway != nil else { return }
            stalledUntil = max(stalledUntil, time + duration)
            after(duration, .wakes)
        case .suspend(let duration):
            guard gateway != nil else { return }
            asleepUntil = max(asleepUntil, time + duration)
            stalledUntil = max(stalledUntil, asleepUntil)
            after(duration, .wakes)
        case .channel(let channel, let kind, let duration):
            let number = network.begin(kind, on: channel)
            if kind == .down { after(SimulationLimits.pathNoticedAfter, .path(.channel(channel))) }
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

    private mutating func wake() {
        guard time >= stalledUntil else { return }
        turn(.tick)
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
        // A broker in a box that sleeps hears nothing.
        guard time >= asleepUntil, silent[device].map({ time >= $0 }) ?? true else { return }
        if !home.signsOfLife.isEmpty { lastSaid[WatchedCapability(device, capability)] = value }
        // Half of the presses say when they happened.
        let isStamped = capability.kind == .event && Chance.fixed(scenario.seed, 30, time.nanoseconds, below: 2) == 0
        var letter = SimulatedBroker.Letter(
            number: lastLetter + 1, device: device, way: home.way(of: device), capability: capability, value: value)
        if home.isWired(device) {
            guard !port.gone.contains(letter.way.intake), gateway != nil else { return }
            port.wait(letter)
        } else {
            letter.occurred = isStamped ? clock.trueWall(time) : nil
            guard broker.take(letter) else { return }
            show(.sent(number: letter.number, device, capability))
        }
        lastLetter += 1
        deliverQueue()
    }

    /// A device says again what it said last, or what says least.
    private mutating func showLife(_ place: Int) {
        let sign = home.signsOfLife[place]
        let hundred = ReadingValue.number(Quantity(thousandths: 100_000))
        let unsaid = sign.capability.kind == .state ? .state(false) : hundred
        send(sign.device, sign.capability, lastSaid[WatchedCapability(sign.device, sign.capability)] ?? unsaid)
        after(sign.every, .lives(place))
    }

    // MARK: - The quiet time

    /// All faults end; everything must come to rest.
    private mutating func becomeQuiet() {
        note("all faults end")
        isQuiet = true
        cut = nil
        stalledUntil = .zero
        asleepUntil = .zero
        ledger.trouble = nil
        network.heal()
        clock.synchronise()
        if gateway == nil { start(settings: nil) }
        mendPaths()
        for channel in home.channels { report(.channel(channel)) }
        record(clock.moment(time))
        silent = [:]
        for (device, capability, value) in home.restingReadings { send(device, capability, value) }
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
        case .state(_, let capability, _, .clear): !capability.showsActivity || capability == .open
        case .number(_, _, _, .clear): false
        default: true
        }
    }

    /// Asked of the gateway itself, so that it waits while that is stalled.
    fileprivate var needsGateway: Bool {
        switch self {
        case .okay, .away, .mode, .visit, .answer, .closing, .copies, .reload: true
        default: false
        }
    }
}

extension SimulatedWorld.Item {
    /// Done by the gateway's process or asked of it, so that it waits while that is stalled.
    fileprivate var needsGateway: Bool {
        switch self {
        case .path, .copies, .synchronises, .answers, .outputSays, .acknowledges, .closes, .tries, .flushes,
            .happens:
            true
        default: false
        }
    }
}
