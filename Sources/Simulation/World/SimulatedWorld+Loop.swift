internal import GatewayCore

extension SimulatedWorld {
    // MARK: - Lives

    mutating func start(settings newSettings: Int?) {
        guard gateway == nil else { return }
        lives += 1
        if let newSettings { settings = newSettings }
        if let hasClock = boots {
            boots = nil
            clock.reboot(at: time, hasClock: hasClock)
            after(.seconds(30 + Chance.fixed(scenario.seed, 20, Int64(lives), below: 7_200)), .synchronises)
        }
        if losesLedger { beginLedger() }
        let mark = try? ledger.newestMark()
        let outage = clock.resume(after: mark, at: time)
        let moment = clock.moment(time)
        let engine = Engine(plan: plan(settings), snapshot: ledger.kept, at: moment)
        gateway = SimulatedGateway(engine: engine, life: lives)
        note("the gateway starts")
        show(.settings(number: settings))
        show(.started(moment))
        see(.held(engine.alerts.map { SeenAlert($0) }))
        turn(.started(outage))
        reportPaths()
        deliverCopies(.retained, of: .brokers(home.brokers))
        deliverQueue()
    }

    /// What was on disk is gone or was set aside; a new home's ledger takes its place.
    private mutating func beginLedger() {
        losesLedger = false
        ledgers += 1
        let trouble = ledger.trouble
        ledger = SimulatedLedger(name: Self.ledgerName(ledgers))
        ledger.trouble = trouble
        arrived = []
        note("the ledger is empty")
        edges = AlertEdges()
        show(.ledgerLost)
    }

    /// The settings of a number, read once.
    private mutating func plan(_ number: Int) -> Plan {
        if let plan = plans[number] { return plan }
        let plan = home.plan(number, seed: scenario.seed)
        plans[number] = plan
        return plan
    }

    /// The gateway ends without a word.
    mutating func stop() {
        guard gateway != nil else { return }
        note("the gateway is gone")
        gateway = nil
        stalledUntil = .zero
        asleepUntil = .zero
        nextTick = nil
        ledger.losePower()
        broker.breakConnection(to: home.brokers)
        port.drop(home.ports)
        show(.stopped)
        edges = oracle.keptEdges
    }

    private mutating func strike(_ place: Incident.PowerCut.Place, effects: Int = 0) -> Bool {
        guard let struck = cut, struck.place == place else { return false }
        if place == .whileActing, struck.effects != effects { return false }
        cut = nil
        cutPower(struck)
        return true
    }

    mutating func cutPower(_ cut: Incident.PowerCut) {
        counts.visit(cut)
        stop()
        switch cut.restart {
        case .process: break
        case .reboot: boots = true
        case .rebootWithoutClock: boots = false
        }
        if cut.losesLedger { losesLedger = true }
        after(cut.outage, .starts(settings: cut.settings))
    }

    // MARK: - Decide, record, act

    mutating func turn(_ event: Event) {
        guard gateway != nil else { return }
        run { engine, moment in engine.turn(event, at: moment) }
    }

    mutating func reload(_ number: Int) {
        guard gateway != nil else { return }
        settings = number
        show(.settings(number: number))
        let plan = plan(number)
        run { engine, moment in engine.adopt(plan, at: moment) }
    }

    private mutating func run(_ decide: (inout Engine, Moment) -> Decision) {
        guard let gateway else { return }
        let moment = clock.moment(time)
        let decision = decide(&gateway.engine, moment)
        count(decision)
        see(decision)
        show(.decided(decision, moment))
        if strike(.afterDeciding) { return }
        gateway.take(decision)
        record(moment)
        // The power may have gone meanwhile.
        guard self.gateway === gateway else { return }
        let (alerts, deliveries, deadline) = gateway.look()
        nextTick = deadline.map { clock.time(of: $0, from: time) }
        show(.looked(alerts, deliveries: deliveries, deadline: deadline, moment))
    }

    private mutating func count(_ decision: Decision) {
        counts.take(decision)
        for case .alert(let alert) in decision.changes {
            guard let edge = edges.take(alert) else { continue }
            counts.visit(edge)
            note("\(alert.id) \(alert.kind.rawValue)\(Self.rule(of: alert)) is \(edge.to.rawValue)")
            if !alert.isOpen { arrived.remove(alert.id) }
            if edge.from == nil { counts.visit(opening: alert, ruleKind: home.ruleKind(of: alert)) }
        }
    }

    private static func rule(of alert: Alert) -> String {
        if case .rule(let rule, _, _) = alert.cause { " of rule \(rule)" } else { "" }
    }

    /// Puts on disk what was decided; what cannot be written now is tried again soon, and nothing of it
    /// leaves before.
    mutating func record(_ moment: Moment) {
        guard let gateway, gateway.isWaiting else { return }
        let isTorn = cut?.place == .whileRecording && gateway.mustBeDurable
        ledger.isTorn = isTorn
        do throws(LedgerError) {
            try ledger.record(gateway.unrecorded, at: clock.mark(moment), durably: gateway.mustBeDurable)
        } catch {
            if isTorn, strike(.whileRecording) { return }
            counts.failedWrites += 1
            after(.seconds(1), .tries)
            return
        }
        askForFlush()
        gateway.unrecorded = []
        gateway.mustBeDurable = false
        if !ledger.newlyKept.isEmpty { show(.recorded(ledger.newlyKept)) }
        if strike(.afterRecording) { return }
        for number in gateway.unacknowledged {
            broker.acknowledge(number)
            show(.acknowledged(number: number))
        }
        gateway.unacknowledged.removeAll(keepingCapacity: true)
        let effects = gateway.held
        gateway.held = []
        for (index, effect) in effects.enumerated() {
            if strike(.whileActing, effects: index) { return }
            perform(effect)
        }
        deliverQueueLater()
    }

    mutating func flush() {
        guard gateway != nil, ledger.pendingChanges > 0 else { return }
        guard (try? ledger.flush(at: clock.mark(clock.moment(time)))) != nil else { return askForFlush() }
        show(.recorded(ledger.newlyKept))
    }

    private mutating func perform(_ effect: Effect) {
        show(.performed(effect))
        counts.take(effect)
        switch effect {
        case .announce(let announcement):
            note("said \(announcement.stage.rawValue): \(announcement.phrase)")
            see(.said(announcement))
        case .drive(let output, let isOn):
            note("output \(output) \(isOn ? "on" : "off")")
            see(.driven(output, isOn: isOn))
            answer(output, isOn: isOn)
        case .deliver, .withdraw: break
        }
        guard case .deliver(let order) = effect, let life = gateway?.life else { return }
        if sightings != nil {
            see(.left(order.delivery.contact, SharedData.told(in: order.message, of: plan(settings).home)))
        }
        let fate = network.fate(of: order.delivery)
        note("tell \(order.delivery.contact) \(order.delivery.kind.rawValue) \(order.delivery.alert)")
        if let way = fate.arrives {
            let letter = Letter(
                number: order.delivery.id.number, alerts: order.delivery.alerts, contact: order.delivery.contact,
                kind: order.delivery.kind, sentence: order.message.sentence)
            after(way, .arrives(letter))
        }
        after(fate.answers, .answers(order.delivery.id, fate.outcome, life: life))
    }

    // MARK: - From the broker

    private mutating func deliverQueueLater() {
        if !broker.queue.isEmpty { after(.milliseconds(1), .tries) }
    }

    /// Hands over what waits at the broker, one message a turn.
    mutating func deliverQueue() {
        while gateway != nil, stalledUntil <= time, let letter = port.next() { give(letter) }
        while let gateway, stalledUntil <= time, let letter = broker.delivers(but: gateway.unacknowledged) {
            give(letter)
        }
    }

    mutating func deliverCopies(_ freshness: Freshness, of source: SimulatedBroker.Source) {
        guard home.brokers.contains(where: { !broker.down.contains($0) }) else { return }
        guard time >= stalledUntil else { return agenda.add(.copies(freshness, of: source), at: stalledUntil) }
        for letter in broker.copies(freshness, of: source) where gateway != nil { give(letter) }
    }

    private mutating func give(_ letter: SimulatedBroker.Letter) {
        let moment = clock.moment(time)
        let reading = Reading(
            device: letter.device, capability: letter.capability, value: letter.value, moment: moment,
            occurred: letter.occurred, freshness: letter.freshness, isRedelivered: letter.isRedelivered)
        show(.arrived(number: letter.number, reading, moment))
        if letter.number > 0, !home.isWired(letter.device) {
            gateway?.unacknowledged.append(letter.number)
            broker.noteDelivery(letter.number)
        }
        turn(.readings([reading]))
    }

    private mutating func reportPaths() {
        for broker in home.brokers { report(.intake(broker)) }
        for bridge in home.bridges { report(.bridge(bridge.id)) }
        for port in home.ports { report(.intake(port)) }
        for channel in home.channels { report(.channel(channel)) }
    }

    /// Tells the gateway how a path is now, or when it no longer stands still.
    mutating func report(_ path: Path) {
        guard gateway != nil else { return }
        guard time >= stalledUntil else { return agenda.add(.path(path), at: stalledUntil) }
        // Behind a broker that is down the bridge cannot be seen.
        if case .bridge(let id) = path, isBehindBreak(id) { return }
        let isUp = isUp(path)
        show(.path(path, isUp: isUp, clock.moment(time)))
        turn(.path(path, isUp ? .up : .down(reason: "out of order")))
    }

    private func isUp(_ path: Path) -> Bool {
        switch path {
        case .intake(let id): !port.gone.contains(id) && !broker.down.contains(id)
        case .bridge(let id): !broker.downBridges.contains(id)
        case .channel(let channel): !network.isDown(channel)
        default: true
        }
    }
}
