package import DeviceProtocols
package import GatewayCore
package import GatewaySettings
internal import LinuxSupport
internal import Logging
internal import MQTTIntake
internal import SerialIntake
internal import Synchronization

/// Listens with connections of its own for devices of a home that are not enrolled. It publishes nothing, and leaves
/// nothing behind.
package final class EnrolmentHearing: Sendable {
    /// How an intake is listened to, or why it is not.
    package enum Way: Hashable, Sendable {
        /// With a connection of our own.
        case own
        /// The running gateway has the port, and is asked.
        case gateway
        /// A sentence's end, or a sentence.
        case none(reason: String)
    }

    private struct State {
        var book: SenderBook
        var announcements: [BridgeID: BridgeAnnouncement] = [:]
        var ways: [IntakeID: Way] = [:]
        var isOver = false
        /// The last that the gateway told of each stranger.
        var told: [String: Moment] = [:]
    }

    private struct Parts {
        var threads: [(intake: IntakeID, thread: BackgroundThread)] = []
        var ports: [SerialIntake] = []
        var serial: SerialParts?
    }

    /// What all ports share.
    private struct SerialParts {
        var events: EventThread
        var directory: PortDirectory
    }

    private let settings: Settings
    private let number: UInt32
    private let control: ControlClient
    private let state: Mutex<State>
    private let clock: SystemClock
    private let began: WallTime
    private let parts = Mutex(Parts())

    /// - Parameters:
    ///   - controlSocket: where a gateway that runs answers.
    ///   - number: one of this run alone, so that two that listen at once do not throw each other out.
    package init(_ settings: Settings, controlSocket: String, number: UInt32) {
        self.settings = settings
        self.number = number
        control = ControlClient(path: controlSocket)
        clock = SystemClock(line: .first, bootID: SystemClock.bootID())
        began = SystemClock.wallTime()
        state = Mutex(State(book: SenderBook(formats: settings.formats, enrolled: settings.enrolled)))
    }

    /// Who was heard so far.
    package var senders: [HeardSender] { state.withLock { $0.book.senders } }

    /// What each intake is listened to by, in the order of the settings. A broker's is known once it has answered or
    /// not.
    package var ways: [(intake: IntakeID, way: Way?)] {
        state.withLock { state in settings.intakes.map { ($0.id, state.ways[$0.id]) } }
    }

    /// Whether anything is listened to.
    package var hears: Bool { ways.contains { $0.way == .own || $0.way == .gateway } }

    /// Whether it is known of every intake how it is listened to, or why it is not.
    package var isSettled: Bool { ways.allSatisfy { $0.way != nil } }

    /// What a bridge announces of a sender.
    package func announced(_ sender: HeardSender) -> AnnouncedDevice? {
        guard let bridge = sender.bridge, let name = sender.friendlyName else { return nil }
        return state.withLock { $0.announcements[bridge]?.devices.first { $0.friendlyName == name } }
    }

    /// Begins to listen, for at most so long.
    package func start(for limit: Duration) {
        let held = heldByGateway()
        for intake in settings.intakes {
            switch intake.connection {
            case .mqtt(let connection): listen(connection, of: intake.id, limit)
            case .serial where held.contains(intake.id): set(.gateway, of: intake.id)
            case .serial(let connection): listen(connection, of: intake.id)
            }
        }
    }

    package func stop() {
        state.withLock { $0.isOver = true }
        let ended = parts.withLock { parts in
            defer { parts = Parts() }
            return parts
        }
        for port in ended.ports { port.stop() }
        ended.serial?.directory.stop()
        ended.serial?.events.stop()
        // A broker that has not answered yet may take its time; nobody waits for it.
        let answered = state.withLock { $0.ways }
        for (intake, thread) in ended.threads where answered[intake] != nil { thread.join() }
    }

    private func set(_ way: Way, of intake: IntakeID) {
        state.withLock { $0.ways[intake] = way }
    }

    // MARK: - The gateway

    private func heldByGateway() -> Set<IntakeID> {
        guard case .status(let report)? = try? control.ask(.status) else { return [] }
        return Set(report.connected)
    }

    /// Asks the gateway for whom it heard, where it has a port. What it heard before this began does not count.
    package func askGateway() {
        let held = state.withLock { state in state.ways.filter { $0.value == .gateway }.map(\.key) }
        guard !held.isEmpty, case .strangers(let report)? = try? control.ask(.strangers) else { return }
        for stranger in report.strangers where held.contains(stranger.intake) && stranger.heard.wall >= began {
            let isNew = state.withLock { state in
                let key = "\(stranger.intake) \(stranger.address)"
                defer { state.told[key] = stranger.heard }
                return state.told[key] != stranger.heard
            }
            if isNew { hear(stranger.bytes, at: "", of: stranger.intake, isRetained: false) }
        }
    }

    private func hear(_ bytes: [UInt8], at address: String, of intake: IntakeID, isRetained: Bool) {
        let arrival = Arrival(
            intake: intake, address: address, bytes: bytes, moment: clock.now(), isRetained: isRetained,
            isAlarmClass: false)
        state.withLock { $0.book.take(arrival) }
    }

    // MARK: - Brokers

    private func listen(_ connection: BrokerConnection, of intake: IntakeID, _ limit: Duration) {
        var own = connection
        own.clientID = "pullcord-enrol-\(number)"
        own.alarmTopics = []
        own.readingTopics = []
        own.watchedTopics = []
        let filters = state.withLock { $0.book.filters(of: intake) }
        let lists = lists(of: intake)
        let look = BrokerLook(
            own, filters: filters, limit: limit + .seconds(StartingLimits.brokerLook),
            messageBytes: StartingLimits.announcementBytes, listening: limit,
            listener: BrokerLook.Listener(
                hear: { [self] message in
                    if let bridge = lists[message.topic] {
                        guard let list = BridgeAnnouncement(message.bytes) else { return }
                        state.withLock { $0.announcements[bridge] = list }
                    } else {
                        hear(message.bytes, at: message.topic, of: intake, isRetained: message.isRetained)
                    }
                },
                isOver: { [self] in
                    state.withLock { state in
                        state.ways[intake] = .own
                        return state.isOver
                    }
                }))
        let thread = BackgroundThread.start(name: "enrol") { [self] in
            if case .failed(let reason) = look.run() { set(.none(reason: reason), of: intake) }
        }
        parts.withLock { $0.threads.append((intake, thread)) }
    }

    /// Where the bridges of a broker list their devices.
    private func lists(of intake: IntakeID) -> [String: BridgeID] {
        let format = settings.formats.first { $0.intake == intake }
        guard case .mqtt(let bridges)? = format?.form else { return [:] }
        let lists = bridges.filter { $0.dialect == .zigbee2mqtt }.map { ($0.baseTopic + "/bridge/devices", $0.bridge) }
        return Dictionary(lists) { first, _ in first }
    }

    // MARK: - Serial ports

    private func listen(_ connection: SerialConnection, of intake: IntakeID) {
        let serial: SerialParts
        do throws(SystemError) {
            serial = try serialParts()
        } catch {
            return set(.none(reason: "\(error)"), of: intake)
        }
        let port = SerialIntake(
            id: intake, connection: connection, greeting: connection.serialProtocol.greetingSteps,
            keepAlive: connection.serialProtocol.serialKeepAlive,
            proof: HelloListener.proof(of: connection.serialProtocol), ports: serial.directory, clock: clock,
            events: serial.events,
            deliver: { [self] in hear($0.bytes, at: "", of: intake, isRetained: false) },
            report: { [self] path in
                switch path {
                case .up: set(.own, of: intake)
                case .down(let reason): set(.none(reason: reason), of: intake)
                }
            },
            logger: Self.logger)
        port.start()
        parts.withLock { $0.ports.append(port) }
    }

    /// Nobody reads it: what a person should know is in the ways.
    private static let logger = Logger(label: "enrol") { _ in SwiftLogNoOpLogHandler() }

    private func serialParts() throws(SystemError) -> SerialParts {
        try parts.withLock { parts throws(SystemError) in
            if let serial = parts.serial { return serial }
            let events = try EventThread()
            let serial = SerialParts(events: events, directory: PortDirectory(events: events, logger: Self.logger))
            serial.directory.start()
            parts.serial = serial
            return serial
        }
    }
}
