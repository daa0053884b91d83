internal import AlertDelivery
internal import DeviceProtocols
internal import GatewayCore
internal import GatewaySettings
internal import LinuxSupport
internal import Logging
internal import MQTTIntake
internal import SerialIntake
internal import Synchronization

/// The intakes, channels and outputs that run, kept in step with the settings: what a reload leaves as it is
/// goes on running, so that nothing is missed while something else changes.
final class Switchboard: Sendable {
    private struct Running {
        var brokers: [IntakeID: (connection: BrokerConnection, intake: BrokerIntake)] = [:]
        var ports: [IntakeID: (connection: SerialConnection, intake: SerialIntake)] = [:]
        var channels: [ChannelID: RunningChannel] = [:]
        var speech: [OutputID: (command: [String], output: SpeechOutput)] = [:]
        var directory: PortDirectory?
    }

    private struct RunningChannel {
        var connection: Channel.Connection
        var channel: any AlertChannel
        var supervision: Task<Void, Never>
    }

    private let running = Mutex(Running())
    private let connectedIntakes = Mutex<Set<IntakeID>>([])
    private let inbox: Inbox
    private let clock: SystemClock
    private let events: EventThread
    private let performer: EffectPerformer
    let homeAssistant: HomeAssistantPublisher
    private let client: DeliveryClient
    private let secrets: AnswerSecrets
    private let logger: Logger

    init(
        inbox: Inbox, clock: SystemClock, events: EventThread, performer: EffectPerformer,
        homeAssistant: HomeAssistantPublisher, secrets: AnswerSecrets, logger: Logger
    ) {
        self.inbox = inbox
        self.clock = clock
        self.events = events
        self.performer = performer
        self.homeAssistant = homeAssistant
        self.secrets = secrets
        self.logger = logger
        client = DeliveryClient()
    }

    /// Stops what the settings no longer have or have otherwise, and starts what is new.
    func apply(_ settings: Settings) {
        secrets.use(settings.plan)
        running.withLock { running in
            connectChannels(settings, &running)
            connectBrokers(settings, &running)
            connectPorts(settings, &running)
            connectSpeech(settings, &running)
            var connections = EffectPerformer.Connections()
            connections.channels = running.channels.mapValues(\.channel)
            connections.brokers = running.brokers.mapValues(\.intake)
            connections.ports = running.ports.mapValues(\.intake)
            connections.speech = running.speech.mapValues(\.output)
            for output in settings.plan.home.outputs { connections.outputs[output.id] = output }
            performer.use(connections)
            homeAssistant.use(settings.homeAssistant, over: connections.brokers)
        }
    }

    private func note(_ state: PathState, of id: IntakeID) {
        connectedIntakes.withLock { connected in
            if state == .up { connected.insert(id) } else { connected.remove(id) }
        }
        inbox.post(.path(.intake(id), state))
        if state == .up { homeAssistant.connected(id) }
    }

    /// The intakes that can bring something now, in the order of their names.
    var connected: [IntakeID] {
        let connected = connectedIntakes.withLock { $0 }
        return running.withLock { running in
            connected.filter { running.brokers[$0] != nil || running.ports[$0] != nil }.sorted()
        }
    }

    /// What each broker's intake has counted, in the order of their names.
    var brokers: [StatusReport.Broker] {
        let intakes = running.withLock { $0.brokers.mapValues(\.intake) }
        return intakes.sorted { $0.key.name < $1.key.name }.map { id, intake in
            let counts = intake.counts
            return StatusReport.Broker(
                intake: id, arrivals: counts.arrivals, oversized: counts.oversized, ignored: counts.ignoredOwn,
                refusedBatches: counts.refusedBatches,
                unpublished: counts.droppedPublications + counts.refusedPublications,
                connections: counts.connections)
        }
    }

    // MARK: - Stopping, in the reverse of the start's order

    /// Closes the inputs. Blocks for up to about a second.
    func stopIntakes() {
        running.withLock { running in
            for (_, port) in running.ports { port.intake.stop() }
            for (_, broker) in running.brokers { broker.intake.stop(within: .milliseconds(800)) }
            running.brokers = [:]
            running.ports = [:]
        }
    }

    /// Ends supervision and lets deliveries under way end; those that do not are sent again at the start.
    func stopChannels() async {
        let channels = running.withLock { running in
            defer { running.channels = [:] }
            for (_, speech) in running.speech { speech.output.stop() }
            return running.channels.values.map { $0 }
        }
        for channel in channels { channel.supervision.cancel() }
        let deadline = ContinuousClock.now + DaemonLimits.deliveryGrace
        while performer.deliveriesUnderway > 0, ContinuousClock.now < deadline {
            try? await Task.sleep(for: .milliseconds(20), clock: .continuous)
        }
        for channel in channels { await channel.channel.shutdown() }
        await client.shutdown()
    }

    // MARK: - Connecting

    private func connectChannels(_ settings: Settings, _ running: inout Running) {
        let wanted = Dictionary(settings.plan.channels.map { ($0.id, $0.connection) }) { first, _ in first }
        for (id, old) in running.channels where wanted[id] != old.connection {
            old.supervision.cancel()
            Task { await old.channel.shutdown() }
            running.channels[id] = nil
        }
        for (id, connection) in wanted where running.channels[id] == nil {
            let channel: any AlertChannel
            do {
                channel = try client.channel(
                    id: id, connection: connection, now: { [clock] in clock.now() }, logger: logger)
            } catch {
                inbox.post(.path(.channel(id), .down(reason: "\(error)")))
                continue
            }
            let supervision = Task { [inbox] in
                await channel.supervise { inbox.post(.path(.channel(id), $0)) }
            }
            running.channels[id] = RunningChannel(
                connection: connection, channel: channel, supervision: supervision)
        }
    }

    private func connectBrokers(_ settings: Settings, _ running: inout Running) {
        var wanted: [IntakeID: BrokerConnection] = [:]
        for intake in settings.intakes {
            if case .mqtt(let connection) = intake.connection { wanted[intake.id] = connection }
        }
        for (id, old) in running.brokers where wanted[id] != old.connection {
            old.intake.stop(within: .milliseconds(800))
            running.brokers[id] = nil
        }
        for (id, connection) in wanted where running.brokers[id] == nil {
            do {
                let intake = try brokerIntake(id, connection)
                intake.start()
                running.brokers[id] = (connection, intake)
            } catch {
                inbox.post(.path(.intake(id), .down(reason: "\(error)")))
            }
        }
    }

    private func brokerIntake(_ id: IntakeID, _ connection: BrokerConnection) throws -> BrokerIntake {
        try BrokerIntake(
            id: id, connection: connection, now: { [clock] in clock.now() },
            handOver: { [inbox] arrivals, receipt in
                if receipt == nil { inbox.waitForRoom() }
                inbox.post(.arrivals(arrivals, receipt))
            },
            report: { [self] in note($0, of: id) },
            acknowledged: { [inbox] contact, payload in
                guard let alert = AcknowledgementText.alert(in: payload) else { return }
                inbox.post(.acknowledge(alert, by: contact, way: .mqtt))
            },
            watched: { [homeAssistant] in homeAssistant.hear($0, over: id) },
            sessionLost: { [logger] in
                logger.warning(
                    "the broker has forgotten our session; messages may be missing",
                    metadata: [LogKeys.intake: "\(id)"])
            },
            logger: logger)
    }

    private func connectPorts(_ settings: Settings, _ running: inout Running) {
        var wanted: [IntakeID: SerialConnection] = [:]
        for intake in settings.intakes {
            if case .serial(let connection) = intake.connection { wanted[intake.id] = connection }
        }
        for (id, old) in running.ports where wanted[id] != old.connection {
            old.intake.stop()
            running.ports[id] = nil
        }
        guard !wanted.isEmpty else { return }
        for (id, connection) in wanted where running.ports[id] == nil {
            let directory = running.directory ?? PortDirectory(events: events, logger: logger)
            if running.directory == nil { directory.start() }
            running.directory = directory
            let intake = SerialIntake(
                id: id, connection: connection, greeting: connection.serialProtocol.greetingSteps,
                keepAlive: connection.serialProtocol.serialKeepAlive,
                proof: HelloListener.proof(of: connection.serialProtocol), ports: directory, clock: clock,
                events: events,
                deliver: { [inbox] in inbox.post(.arrivals([$0], nil)) },
                report: { [self] in note($0, of: id) },
                logger: logger)
            intake.start()
            running.ports[id] = (connection, intake)
        }
    }

    private func connectSpeech(_ settings: Settings, _ running: inout Running) {
        var wanted: [OutputID: [String]] = [:]
        for output in settings.plan.home.outputs {
            if case .speech(let command) = output.connection, !command.isEmpty { wanted[output.id] = command }
        }
        for (id, old) in running.speech where wanted[id] != old.command {
            old.output.stop()
            running.speech[id] = nil
        }
        for (id, command) in wanted where running.speech[id] == nil {
            let output = try? SpeechOutput(id: id, command: command, logger: logger) { [inbox] in
                inbox.post(.path(.output(id), $0))
            }
            if let output { running.speech[id] = (command, output) }
        }
    }
}
