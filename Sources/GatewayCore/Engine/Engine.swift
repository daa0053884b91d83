/// Everything that decides: from what arrives to what is told to whom.
///
/// A value without clock, randomness or input and output of its own: the same events at the same moments
/// give the same decisions on any machine. The daemon and the simulation drive the very same type.
package struct Engine: Sendable {
    package internal(set) var plan: Plan
    /// Part of every id; see `AlertID`.
    package let ledger: String
    /// Open alerts and the newest closed ones, in order of their ids.
    package internal(set) var alerts: [Alert]
    /// What is still to be told, in order of their ids.
    package internal(set) var deliveries: [Delivery]
    package internal(set) var devices: DeviceBook
    package internal(set) var gateway: GatewayState

    var rules: [any RunningRule] = []
    /// The next tick each rule wants.
    var ruleDeadlines = RuleSchedule(count: 0)
    /// For each device's place: which of its capabilities which rules watch.
    var watchers: [[(capability: Capability, rule: Int)]] = []
    /// By rule: whether anything can mute it. Beside `rules`, so that a look at one copies nothing.
    var canBeMuted: [Bool] = []
    /// The newest alert's number before what is being taken now.
    var newestBefore: Int64 = 0
    /// The home has doors by which people leave it.
    var hasEntrances = false
    /// Devices of which nothing is known at the moment, in the order of the home's list.
    var unseen: [DeviceID] = []
    /// How far the wall clock was ahead of the boot-time line when all rules last looked, and how good it was.
    private var clock: (offset: Int64, quality: ClockQuality) = (0, .unsynchronised)
    private var isClockMoved = false
    var night = Night()
    /// Paths whose silence can be told from that of their devices.
    var judgedPaths: [JudgedPath] = []
    /// By a device's place: the place of its path among the judged ones.
    var judgedPathOfDevice: [Int?] = []
    /// A path or a device was lost or found again in this turn.
    var isSightStale = false
    /// Rules that began without memory and have not looked yet.
    var newRules: [Int] = []
    /// What rules remember that the plan no longer has.
    var goneRules: [StoredRule] = []

    /// When the next step of an open alert is due, kept so that a routine turn does not look at them all.
    var nextAlertStep: BootTime?

    /// When the next state is taken for ended of which its device never says that.
    var nextClearing: BootTime?
    /// Such a state was told since then.
    var isClearingStale = true

    /// The turn at hand.
    var now: Moment
    var decision = Decision()
    var touchedAlerts: [AlertID] = []
    var isGatewayTouched = false

    /// - Parameters:
    ///   - snapshot: what the ledger restored; an empty one for a new home.
    ///   - moment: the start.
    package init(plan: Plan, snapshot: Snapshot, at moment: Moment) {
        self.plan = plan
        ledger = snapshot.ledger
        alerts = snapshot.alerts.sorted { $0.id < $1.id }
        deliveries = snapshot.deliveries.sorted { $0.id < $1.id }
        gateway = snapshot.gateway
        now = moment
        if gateway.begun == nil { gateway.begun = moment.boot }
        devices = DeviceBook(
            devices: plan.home.devices, known: snapshot.devices, outages: gateway.outages,
            begun: gateway.begun ?? moment.boot)
        settle(rules: plan.rules, remembering: snapshot.rules)
        nextAlertStep = earliestAlertStep
        clock = (moment.wall.milliseconds &- moment.boot.nanoseconds / 1_000_000, moment.quality)
        lookAtNight()
        judgePaths()
        // What the rules were told of before the stop they remember.
        unseen = plan.home.devices.map(\.id).filter { causeOfBlindness($0) != nil }
    }

    /// One event in, what it means out. The caller records the decision's changes and then performs its
    /// effects.
    package mutating func turn(_ event: Event, at moment: Moment) -> Decision {
        begin(event, at: moment)
        handle(event)
        followClock()
        runDueSteps()
        return finish()
    }

    /// Takes new settings. Rules that are unchanged keep what they hold; alerts go on.
    package mutating func adopt(_ newPlan: Plan, at moment: Moment) -> Decision {
        begin(nil, at: moment)
        replace(plan: newPlan)
        followClock()
        runDueSteps()
        return finish()
    }

    private mutating func begin(_ event: Event?, at moment: Moment) {
        precondition(moment.boot >= now.boot, "The boot-time line never runs backwards.")
        now = moment
        noteClock()
        decision = Decision()
        touchedAlerts.removeAll(keepingCapacity: true)
        isGatewayTouched = false
        newestBefore = gateway.lastAlert
        // A turn follows the performance of the one before.
        if case .started = event { return }
        if !gateway.releasedOutputs.isEmpty {
            gateway.releasedOutputs = []
            isGatewayTouched = true
        }
    }

    private mutating func finish() -> Decision {
        for id in touchedAlerts {
            if let alert = alert(id) { decision.changes.append(.alert(alert)) }
        }
        if isGatewayTouched { decision.changes.append(.gateway(gateway)) }
        if !touchedAlerts.isEmpty {
            decision.mustBeDurable = true
            nextAlertStep = earliestAlertStep
        }
        if decision.mustBeDurable { forgetOldAlerts() }
        let finished = decision
        decision = Decision()
        return finished
    }

    /// Notes whether the clock was set since the newest turn.
    private mutating func noteClock() {
        let offset = now.wall.milliseconds &- now.boot.nanoseconds / 1_000_000
        isClockMoved =
            (offset &- clock.offset).magnitude > Limits.clockStep.milliseconds || now.quality != clock.quality
        if isClockMoved { clock = (offset, now.quality) }
        if isClockMoved || night.ends.map({ $0 <= now.wall }) ?? false { lookAtNight() }
    }

    /// When the clock was set, every time of day lies elsewhere on the boot-time line: all rules look again.
    private mutating func followClock() {
        guard isClockMoved else { return }
        observeAll(.tick)
    }

    private mutating func handle(_ event: Event) {
        switch event {
        case .started(let outage): start(after: outage)
        case .suspended(let length): resume(after: Outage(length: length, isKnown: true))
        case .readings(let readings): take(readings)
        case .undecodable:
            gateway.undecodable += 1
            isGatewayTouched = true
        case .tick: break
        case .outcome(let id, let outcome): settle(id, outcome)
        case .acknowledge(let id, let contact, let way):
            decision.reply = acknowledge(id, by: contact, way: way)
        case .close(let id, let contact, let outcome, let note):
            decision.reply = close(id, by: contact, outcome: outcome, note: note)
        case .cancel(let source): cancelAll(source: source)
        case .okay(let source):
            cancelAll(source: source)
            showActivity()
        case .mode(let mode, let until, _): set(mode, until: until)
        case .visit(let visitor, let isHere, let until, _): visit(visitor, isHere: isHere, until: until)
        case .path(let path, let state): take(path, state)
        case .output(let report): take(report)
        }
    }

    // MARK: - Looking things up

    /// The moment of the newest turn.
    package var lastMoment: Moment { now }

    package func alert(_ id: AlertID) -> Alert? {
        place(of: id).map { alerts[$0] }
    }

    func place(of id: AlertID) -> Int? {
        alerts.lastIndex { $0.id == id }
    }

    /// The place of the open alert with a cause. A test is more of whatever is open; what is real is never
    /// more of a test, nor of what is on trial.
    func place(ofOpen cause: Cause, isTest: Bool = true, isShadow: Bool = true) -> Int? {
        alerts.lastIndex { alert in
            alert.isOpen && alert.cause == cause && (isTest || !alert.isTest) && (isShadow || !alert.isShadow)
        }
    }

    mutating func touch(_ id: AlertID) {
        if !touchedAlerts.contains(id) { touchedAlerts.append(id) }
    }

    /// Only open alerts, those of which somebody is still to be told, and the newest closed ones stay in
    /// memory.
    private mutating func forgetOldAlerts() {
        guard alerts.count > Limits.closedAlertsInMemory else { return }
        var closed = alerts.count { !$0.isOpen } - Limits.closedAlertsInMemory
        guard closed > 0 else { return }
        let untold = Set(deliveries.lazy.filter(\.keepsAlerts).flatMap(\.alerts))
        alerts.removeAll { alert in
            guard closed > 0, !alert.isOpen, !untold.contains(alert.id) else { return false }
            closed -= 1
            return true
        }
    }

    /// What rules may know now. Made anew for each use, so that no copy of the device book outlives it.
    var context: RuleContext {
        RuleContext(
            moment: now, zone: plan.home.zone, mode: mode, presence: presence, visits: visits,
            downPaths: gateway.downPaths.map(\.path), unseen: unseen, devices: devices)
    }
}
