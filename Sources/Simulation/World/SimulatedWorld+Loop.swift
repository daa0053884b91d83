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
        let mark = try? ledger.newestMark()
        let outage = clock.resume(after: mark, at: time)
        let moment = clock.moment(time)
        let engine = Engine(plan: home.plan(settings), snapshot: ledger.kept, at: moment)
        gateway = SimulatedGateway(engine: engine, life: lives)
        note("the gateway starts")
        show(.settings(number: settings))
        show(.started(moment))
        turn(.started(outage))
        reportPaths()
        deliverCopies(.retained)
        deliverQueue()
    }

    /// The gateway ends without a word.
    mutating func stop() {
        guard let ended = gateway else { return }
        note("the gateway is gone")
        gateway = nil
        nextTick = nil
        ledger.losePower()
        broker.markRedelivered(ended.delivered)
        show(.stopped)
    }

    private mutating func strike(_ place: Incident.PowerCut.Place) -> Bool {
        guard let struck = cut, struck.place == place else { return false }
        cut = nil
        cutPower(struck)
        return true
    }

    mutating func cutPower(_ cut: Incident.PowerCut) {
        counts.visit(Incident.powerCut(cut).name)
        stop()
        if cut.isReboot { boots = cut.hasClock }
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
        let plan = home.plan(number)
        run { engine, moment in engine.adopt(plan, at: moment) }
    }

    private mutating func run(_ decide: (inout Engine, Moment) -> Decision) {
        let moment = clock.moment(time)
        guard var decision = gateway.map({ _ in Decision() }) else { return }
        do {
            guard var engine = gateway?.engine else { return }
            // One owner at a time, so that a turn copies nothing.
            gateway?.engine = Self.placeholder
            decision = decide(&engine, moment)
            gateway?.engine = engine
        }
        counts.take(decision)
        show(.decided(decision, moment))
        if strike(.afterDeciding) { return }
        gateway?.unrecorded += decision.changes
        gateway?.held += decision.effects
        if decision.mustBeDurable { gateway?.mustBeDurable = true }
        record(moment)
        guard let engine = gateway?.engine else { return }
        let deadline = engine.deadline
        nextTick = deadline.map { clock.time(of: $0, from: time) }
        show(.looked(engine.alerts, deliveries: engine.deliveries.count, deadline: deadline, moment))
    }

    private static let placeholder = Engine(
        plan: SimulatedHome(seed: 0).plan(0), snapshot: Snapshot(ledger: "-"),
        at: Moment(boot: .zero, wall: WallTime(milliseconds: 0), quality: .unsynchronised))

    /// Puts on disk what was decided; what cannot be written now is tried again soon, and nothing of it
    /// leaves before.
    mutating func record(_ moment: Moment) {
        guard let life = gateway, !(life.unrecorded.isEmpty && life.held.isEmpty && life.unacknowledged.isEmpty) else {
            return
        }
        let isTorn = cut?.place == .whileRecording && life.mustBeDurable
        ledger.isTorn = isTorn
        do throws(LedgerError) {
            try ledger.record(life.unrecorded, at: clock.mark(moment), durably: life.mustBeDurable)
        } catch {
            if isTorn, strike(.whileRecording) { return }
            counts.failedWrites += 1
            after(.seconds(1), .tries)
            return
        }
        gateway?.unrecorded = []
        gateway?.mustBeDurable = false
        if !ledger.newlyKept.isEmpty { show(.recorded(ledger.newlyKept)) }
        if strike(.afterRecording) { return }
        for number in life.unacknowledged {
            broker.acknowledge(number)
            show(.acknowledged(number: number))
        }
        gateway?.unacknowledged = []
        gateway?.held = []
        for (index, effect) in life.held.enumerated() {
            if index > 0, strike(.whileActing) { return }
            perform(effect)
        }
        deliverQueueLater()
    }

    mutating func flush() {
        guard gateway != nil, ledger.pendingChanges > 0 else { return }
        let moment = clock.moment(time)
        guard (try? ledger.flush(at: clock.mark(moment))) != nil else { return }
        show(.recorded(ledger.newlyKept))
    }

    private mutating func perform(_ effect: Effect) {
        show(.performed(effect))
        counts.take(effect)
        guard case .deliver(let order) = effect, let life = gateway?.life else { return }
        let fate = network.fate(of: order.delivery)
        note("tell \(order.delivery.contact) \(order.delivery.kind.rawValue) \(order.delivery.alert)")
        if let way = fate.arrives { after(way, .arrives(order)) }
        after(fate.answers, .answers(order.delivery.id, fate.outcome, life: life))
    }

    // MARK: - From the broker

    private mutating func deliverQueueLater() {
        if !broker.queue.isEmpty { after(.milliseconds(1), .tries) }
    }

    /// Hands over what waits at the broker, one message a turn.
    mutating func deliverQueue() {
        while gateway != nil, stalledUntil <= time, broker.isUp {
            guard let life = gateway,
                let letter = broker.queue.first(where: { !life.unacknowledged.contains($0.number) })
            else { return }
            give(letter)
        }
    }

    mutating func deliverCopies(_ freshness: Freshness) {
        guard broker.isUp else { return }
        for letter in broker.copies(freshness) where gateway != nil { give(letter) }
    }

    private mutating func give(_ letter: SimulatedBroker.Letter) {
        let moment = clock.moment(time)
        let reading = Reading(
            device: letter.device, capability: letter.capability, value: letter.value, moment: moment,
            occurred: letter.occurred, freshness: letter.freshness, isRedelivered: letter.isRedelivered)
        show(.arrived(number: letter.number, reading, moment))
        if letter.number > 0 {
            gateway?.unacknowledged.append(letter.number)
            gateway?.delivered.append(letter.number)
        }
        turn(.readings([reading]))
    }

    private mutating func reportPaths() {
        report(.intake(SimulatedHome.broker), isUp: broker.isUp)
        report(.bridge(SimulatedHome.bridge), isUp: broker.isBridgeUp)
        for channel in SimulatedHome.channels { report(.channel(channel), isUp: !network.isDown(channel)) }
    }

    mutating func report(_ path: Path, isUp: Bool) {
        guard gateway != nil else { return }
        show(.path(path, isUp: isUp, clock.moment(time)))
        turn(.path(path, isUp ? .up : .down(reason: "out of order")))
    }
}
