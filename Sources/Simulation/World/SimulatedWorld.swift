internal import GatewayCore

/// The world around one gateway: time, disk, radio, network, people; and the loop that drives the engine as
/// the daemon does: decide, record, act.
struct SimulatedWorld {
    /// What is due at some time.
    enum Item {
        /// A message reaches the broker after its way through the air.
        case sends(DeviceID, Capability, ReadingValue)
        /// A path is reported as it then is.
        case path(Path)
        case copies(Freshness, of: SimulatedBroker.Source)
        case channelEnds(Int, ChannelID)
        /// These are up again.
        case brokersEnd([IntakeID])
        case bridgesEnd([BridgeID])
        case portsEnd([IntakeID])
        case wakes
        /// What came while the gateway was stalled.
        case happens(Incident)
        case diskEnds
        case starts(settings: Int?)
        case synchronises
        case tries
        case flushes
        /// An output says that it did what it was asked.
        case outputSays(OutputReport)
        case answers(DeliveryID, DeliveryOutcome, life: Int)
        case arrives(Letter)
        case acknowledges(AlertID, ContactID, attempt: Int)
        case closes(AlertID, ContactID, AlertOutcome = .attended, attempt: Int)
        /// A device shows that it lives: its place among those that do.
        case lives(Int)
        case quiet
        case demandsTold
    }

    /// A message on its way to a responder.
    struct Letter {
        var number: Int64
        /// All that it tells of, the leading one first.
        var alerts: [AlertID]
        var contact: ContactID
        var kind: MessageKind
        /// What it says in one sentence.
        var sentence: String
    }

    let scenario: Scenario
    let home: ScenarioHome
    var settings = 0
    var plans: [Int: Plan] = [:]
    var time = Duration.zero
    var clock: SimulatedClock
    var ledger: SimulatedLedger
    var ledgers = 1
    var broker = SimulatedBroker()
    var port = SimulatedPort()
    var network: SimulatedNetwork
    var gateway: SimulatedGateway?
    var oracle: Oracle
    var agenda = Agenda<Item>()
    var nextTick: Duration?
    /// The scenario's next step.
    var nextStep = 0
    var lives = 0
    var lastLetter: Int64 = 0
    /// A power cut that waits for its place in the next turn.
    var cut: Incident.PowerCut?
    /// The next start is one of the whole box, with or without a clock that ran on.
    var boots: Bool?
    /// The next start finds no ledger.
    var losesLedger = false
    var stalledUntil = Duration.zero
    /// The whole box sleeps until then, the broker with it.
    var asleepUntil = Duration.zero
    /// Until when contacts answer nothing.
    var unanswering: [ContactID: Duration] = [:]
    /// What contacts do with all that they are told of.
    var standing: [ContactID: [Incident.StandingAnswer]] = [:]
    /// Until when nothing is heard of devices.
    var silent: [DeviceID: Duration] = [:]
    /// What devices said last, for their signs of life; only where there are such.
    var lastSaid: [WatchedCapability: ReadingValue] = [:]
    /// The next flush is on the agenda.
    var isFlushAsked = false
    var isQuiet = false
    /// Alerts that somebody's channel has taken.
    var arrived: Set<AlertID> = []
    var counts = SimulationCounts()
    var edges = AlertEdges()
    /// What happened, for a failure's story; nil where nobody reads it.
    var trace: [TraceLine]?
    /// What could be seen from outside, for a scenario's expectations; nil where nobody looks.
    var sightings: [(at: Duration, what: Sighting)]?
    /// What the oracle was shown, for tests that change it; nil where nobody reads it.
    var history: [HistoryStep]?

    init(
        _ scenario: Scenario, in home: ScenarioHome = .simulated, isTraced: Bool = false, keepsHistory: Bool = false,
        isWatched: Bool = false
    ) {
        self.scenario = scenario.withEverydayLife()
        self.home = home
        oracle = home.oracle(seed: scenario.seed)
        clock = SimulatedClock(seed: scenario.seed, begins: scenario.begins, zone: home.zone)
        ledger = SimulatedLedger(name: Self.ledgerName(1))
        network = SimulatedNetwork(seed: scenario.seed)
        settings = scenario.settings
        trace = isTraced ? [] : nil
        history = keepsHistory ? [] : nil
        sightings = isWatched ? [] : nil
        for (device, capability, value) in home.keptAtFirst {
            broker.keep(
                SimulatedBroker.Letter(
                    number: 0, device: device, way: home.way(of: device), capability: capability, value: value))
        }
        for (place, sign) in home.signsOfLife.enumerated() {
            // All at once would be a storm that no home has.
            agenda.add(.lives(place), at: min(sign.every, .seconds(60 + 7 * place)))
        }
        if let quiet = scenario.quietFrom {
            agenda.add(.quiet, at: quiet)
            agenda.add(.demandsTold, at: quiet + SimulationLimits.toldWithin)
        }
    }

    /// Each new ledger has letters of its own in its ids.
    static func ledgerName(_ number: Int) -> String { number == 1 ? "s" : "s\(number)" }

    /// Lets the whole scenario happen.
    mutating func run() {
        start(settings: nil)
        let end = Duration.days(Int64(scenario.days))
        while oracle.violations.isEmpty {
            let itemTime = agenda.nextTime ?? end
            let stepTime = nextStep < scenario.steps.count ? scenario.steps[nextStep].at : end
            let tick = nextTick.map { max($0, stalledUntil) } ?? end
            let next = min(itemTime, stepTime, tick)
            guard next < end else { break }
            time = max(time, next)
            oracle.time = time
            if tick < min(itemTime, stepTime) {
                counts.ticks += 1
                turn(.tick)
                if let gateway { counts.visit(gateway.engine.mode) }
            } else if stepTime <= itemTime {
                nextStep += 1
                meet(scenario.steps[nextStep - 1].incident)
            } else if let item = agenda.takeNext() {
                take(item)
            }
        }
        time = end
        oracle.time = end
        guard scenario.endsQuietly, oracle.violations.isEmpty, let engine = gateway?.engine else { return }
        oracle.close(engine.alerts, deliveries: engine.deliveries, at: clock.moment(time).boot)
    }

    mutating func show(_ step: HistoryStep) {
        oracle.take(step)
        if history != nil { history?.append(step) }
    }

    mutating func note(_ text: @autoclosure () -> String) {
        guard trace != nil else { return }
        trace?.append(TraceLine(at: time, text: "\(Scenario.clock(time)) \(text())"))
    }

    /// What was not recorded durably is on disk at the next half minute.
    mutating func askForFlush() {
        guard !isFlushAsked, ledger.pendingChanges > 0 else { return }
        isFlushAsked = true
        let period = SimulationLimits.flushEvery.nanoseconds
        agenda.add(.flushes, at: .nanoseconds((time.nanoseconds / period + 1) * period))
    }

    mutating func after(_ wait: Duration, _ item: Item) {
        agenda.add(item, at: time + wait)
    }
}

/// One line of what happened.
struct TraceLine: Sendable {
    var at: Duration
    var text: String
}
