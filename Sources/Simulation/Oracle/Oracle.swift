package import GatewayCore

/// Keeps its own history of a run and says which promises were broken.
///
/// It shares no code with the engine: what it knows comes from what went in, what came out, and what was
/// put on disk.
package struct Oracle: Sendable {
    package private(set) var violations: [Violation] = []
    /// True time, for the violations' sake; the world sets it.
    package var time = Duration.zero

    /// What an alert is about; it never changes under one id.
    struct Meaning: Hashable {
        var cause: Cause
        var kind: AlertKind
        var isTest: Bool
        var isShadow: Bool
        var learned: Moment
    }

    /// Whom a delivery is for; it never changes under one id.
    struct Order: Hashable {
        var alert: AlertID
        var contact: ContactID
        var channel: ChannelID
        var kind: MessageKind
    }

    // What is on disk.
    var meanings = NumberedMemory<AlertID, Meaning>()
    var recordedAlerts = SeenAlerts()
    var openEmergencies: [AlertID] = []
    var keptEdges = AlertEdges()
    var orders = NumberedMemory<DeliveryID, Order>()
    var lastStory: Int64 = 0
    var keptFacts = KnownFacts()
    /// Alerts that a press's message has opened.
    var alertsOfPress: [Int64: [AlertID]] = [:]
    /// Presses whose turn is on disk.
    var recordedPresses: Set<Int64> = []

    // What the gateway knows in this life.
    var facts = KnownFacts()
    var opened = SeenAlerts()
    var edges = AlertEdges()
    var pressesOfTurn: [(number: Int64, reading: Reading)] = []
    var readingsOfTurn: [Reading] = []
    /// What was known of the turn's alerts before it marked them as alerted.
    var knownBefore: [KnownFacts.Watched: KnownFacts.Fact] = [:]
    var takenPresses: [Int64] = []
    var pressAlerts: [(Int64, AlertID)] = []
    var newestPress: [Call: Reading] = [:]
    var open: [OpenAlert] = []
    /// The next step of the ladders at the newest full look.
    var earliestRung: BootTime?
    /// When the gateway last decided anything in this life.
    var lastDecided: BootTime?
    /// The engine has spoken of an alert since the newest full look.
    var isTouched = false
    var lookedAlerts = 0
    var looks = 0

    // What the world did.
    var unacknowledged: Set<Int64> = []
    var downSince: [Path: BootTime] = [:]
    /// Since when the gateway has run with all paths as they are; nil until the next look.
    var steadySince: BootTime?
    /// When the engine next wanted to be woken.
    var newestDeadline: BootTime?
    /// Since when the wall clock has run with the boot-time line; nil until the first look.
    var clockSince: BootTime?
    var clockAhead = Duration.zero
    var settings = 0
    /// Movement in the home may be an animal's.
    let hasPets: Bool
    /// Raised and not yet told.
    var waiting = UntoldAlerts()

    /// Nil for the built-in home, of which it knows all the rules.
    let given: GivenHome?

    package init(hasPets: Bool = false) {
        self.init(hasPets: hasPets, judging: nil)
    }

    /// - Parameter given: a home of settings, which is held to what is promised to every home.
    init(hasPets: Bool, judging given: GivenHome?) {
        self.hasPets = hasPets
        self.given = given
    }

    package var isFaultless: Bool { violations.isEmpty }

    package mutating func take(_ step: HistoryStep) {
        switch step {
        case .sent(let number, let device, let capability):
            if isCall(device, capability) { unacknowledged.insert(number) }
        case .lost(let number): forget(message: number)
        case .ledgerLost: forgetLedger()
        case .arrived(let number, let reading, _): arrive(number, reading)
        case .path(let path, let isUp, let moment):
            if isUp { downSince[path] = nil } else if downSince[path] == nil { downSince[path] = moment.boot }
            steadySince = moment.boot
        case .settings(let number):
            settings = number
            steadySince = nil
        case .decided(let decision, let moment): judge(decision, moment)
        case .recorded(let changes): record(changes)
        case .performed(let effect): perform(effect)
        case .acknowledged(let number):
            if unacknowledged.remove(number) != nil, !recordedPresses.contains(number) {
                report(.pressLost, "message \(number) was acknowledged before it was recorded")
            }
            forget(message: number)
        case .looked(let alerts, let deliveries, let deadline, let moment):
            // What was due and not done for so long was asleep or stalled, and nothing was told meanwhile.
            if let due = newestDeadline, moment.boot - due > .minutes(1) { steadySince = moment.boot }
            newestDeadline = deadline
            look(alerts, deliveries, deadline, moment)
        case .stopped:
            newestDeadline = nil
            stop()
        case .started(let moment): steadySince = moment.boot
        }
    }

    /// Whether a press or fall is somebody's call that must not be lost.
    func isCall(_ device: DeviceID, _ capability: Capability) -> Bool {
        capability.calls != nil && given?.isCall(device, capability) ?? true
    }

    mutating func report(_ promise: Violation.Promise, _ text: String) {
        guard violations.count < SimulationLimits.violations else { return }
        violations.append(Violation(promise: promise, text: text, at: time))
    }

    // MARK: - The end

    /// What must be true when the faults have been over for long enough. What is younger than people's
    /// slowest answer may still be on its way.
    package mutating func close(_ alerts: [Alert], deliveries: [Delivery], at end: BootTime) {
        let settled = end - SimulationLimits.slowestAnswer
        for number in unacknowledged.sorted() { report(.pressLost, "message \(number) was never recorded") }
        for alert in alerts where alert.isOpen && !alert.isShadow && alert.learned.boot < settled {
            report(.unsettled, "\(alert.id) \(alert.kind.rawValue) is still \(alert.state.name)")
        }
        for delivery in deliveries where delivery.created.boot < settled {
            report(.unsettled, "\(delivery.id) \(delivery.kind.rawValue) to \(delivery.contact) never arrived")
        }
    }

    /// Whether an emergency that is open for long has reached anybody.
    package mutating func demandTold(_ alerts: [Alert], arrived: Set<AlertID>) {
        for alert in alerts where alert.isOpen && alert.priority == .emergency && !alert.isPending {
            if !arrived.contains(alert.id) { report(.untold, "\(alert.id) \(alert.kind.rawValue) reached nobody") }
        }
    }

    // MARK: - On disk

    private mutating func record(_ changes: [Change]) {
        for change in changes {
            switch change {
            case .alert(let alert): record(alert)
            case .delivery(let delivery): record(delivery)
            case .story(let entry):
                if entry.sequence != lastStory + 1 {
                    report(.storyGap, "entry \(entry.sequence) follows \(lastStory)")
                }
                lastStory = entry.sequence
            case .reading(let reading): keptFacts.take(reading)
            case .settled(let id): orders.release(id)
            case .rule, .device, .gateway: break
            }
        }
        for number in takenPresses where unacknowledged.contains(number) { recordedPresses.insert(number) }
        takenPresses = []
        for (number, alert) in pressAlerts where unacknowledged.contains(number) {
            alertsOfPress[number, default: []].append(alert)
        }
        pressAlerts = []
    }

    private mutating func record(_ alert: Alert) {
        let meaning = Meaning(
            cause: alert.cause, kind: alert.kind, isTest: alert.isTest, isShadow: alert.isShadow,
            learned: alert.learned)
        switch meanings.put(meaning, for: alert.id, number: alert.id.number) {
        case .new:
            if let device = alert.device { keptFacts.markAlerted(device, alert.kind) }
        case .known(let before):
            if before != meaning {
                report(.meaningChanged, "\(alert.id) was \(before.kind.rawValue) and is \(meaning.kind.rawValue)")
            }
        case .forgotten: report(.meaningChanged, "\(alert.id) \(meaning.kind.rawValue) takes a number of long ago")
        }
        _ = recordedAlerts.add(alert.id)
        _ = keptEdges.take(alert)
        openEmergencies.removeAll { $0 == alert.id }
        if alert.isOpen {
            if alert.priority == .emergency { openEmergencies.append(alert.id) }
            meanings.keep(alert.id)
        } else {
            meanings.release(alert.id)
        }
    }

    private mutating func record(_ delivery: Delivery) {
        let order = Order(
            alert: delivery.alert, contact: delivery.contact, channel: delivery.channel, kind: delivery.kind)
        switch orders.put(order, for: delivery.id, number: delivery.id.number) {
        case .new: break
        case .known(let before):
            if before != order {
                report(.deliveryChanged, "\(delivery.id) was to \(before.contact) and is to \(order.contact)")
            }
        case .forgotten: report(.deliveryChanged, "\(delivery.id) takes a number of long ago")
        }
    }

    private mutating func perform(_ effect: Effect) {
        guard case .deliver(let order) = effect else { return }
        if orders[order.delivery.id] == nil || meanings[order.delivery.alert] == nil {
            report(.leftBeforeRecord, "\(order.delivery.id) of \(order.delivery.alert)")
        }
        for alert in order.delivery.alerts where meanings[alert]?.isShadow ?? false {
            report(.trialTold, "\(order.delivery.id) tells \(alert) to \(order.delivery.contact)")
        }
        waiting.hear(order.delivery)
    }

    /// The broker will never bring it again.
    private mutating func forget(message number: Int64) {
        unacknowledged.remove(number)
        recordedPresses.remove(number)
        alertsOfPress[number] = nil
    }

    /// Nothing is on disk any more. What the broker still has is as good as new.
    private mutating func forgetLedger() {
        meanings = NumberedMemory()
        orders = NumberedMemory()
        recordedAlerts = SeenAlerts()
        opened = SeenAlerts()
        openEmergencies = []
        lastStory = 0
        keptFacts = KnownFacts()
        facts = KnownFacts()
        alertsOfPress = [:]
        recordedPresses = []
        edges = AlertEdges()
        keptEdges = AlertEdges()
    }

    /// What was not on disk is forgotten.
    private mutating func stop() {
        facts = keptFacts
        edges = keptEdges
        opened = recordedAlerts
        takenPresses = []
        pressAlerts = []
        pressesOfTurn = []
        readingsOfTurn = []
        open = []
        waiting = UntoldAlerts()
        earliestRung = nil
        lastDecided = nil
        isTouched = true
        newestPress = [:]
        downSince = [:]
    }
}
