internal import DeviceProtocols
internal import Foundation
internal import GatewayCore
internal import GatewaySettings
internal import LedgerStore
internal import LinuxSupport
internal import Logging
internal import ServiceLifecycle
internal import UnixSignals

/// The parts of a running gateway, built in the order in which each needs the ones before.
struct GatewayParts {
    let settings: Settings
    let started: Moment
    let outage: Outage?
    let inbox: Inbox
    let loop: EngineLoop
    let switchboard: Switchboard
    let reloader: Reloader
    let control: ControlServer
    let pages: ResponderAnswers?
    let notifier: ServiceNotifier
    let logger: Logger

    init(_ options: StartOptions, logger: Logger) throws {
        self.logger = logger
        notifier = ServiceNotifier.fromEnvironment()
        let keeper = SettingsKeeper(options: options, logger: logger)
        let read = keeper.read()
        let folder =
            options.stateDirectory ?? read.settings?.gateway.stateDirectory ?? read.gateway?.stateDirectory
            ?? Environment.value(of: "STATE_DIRECTORY") ?? "/var/lib/pullcord"
        let ledger = try Self.openLedger(in: folder, logger: logger)
        settings = try Self.chosen(read, keeper, ledger)
        keeper.keep(read, in: ledger)

        let (clock, snapshot) = try Self.resume(ledger)
        outage = clock.line.outage
        started = clock.now()
        inbox = try Inbox()
        let performer = EffectPerformer(inbox: inbox, clock: clock, logger: logger)
        let homeAssistant = HomeAssistantPublisher(inbox: inbox, clock: clock, logger: logger)
        var decoder = ArrivalDecoder(formats: settings.formats, enrolled: settings.enrolled)
        decoder.learn(snapshot.devices)
        loop = try EngineLoop(
            engine: Engine(plan: settings.plan, snapshot: snapshot, at: started),
            decoder: decoder,
            ledger: ledger, inbox: inbox, clock: clock, notifier: notifier, logger: logger,
            perform: performer.perform, show: homeAssistant.show)
        let secrets = AnswerSecrets()
        switchboard = Switchboard(
            inbox: inbox, clock: clock, events: try EventThread(), performer: performer,
            homeAssistant: homeAssistant, secrets: secrets, logger: logger)
        let isKept = read.settings == nil
        if isKept {
            inbox.post(
                .path(.settings, .down(reason: "the settings files hold errors; the last good ones are in use")))
        }
        reloader = Reloader(
            using: settings, isKept: isKept, keeper: keeper, switchboard: switchboard, inbox: inbox,
            notifier: notifier, logger: logger)
        control = try Self.controlServer(
            settings.gateway.controlSocket, inbox, reloader, switchboard, started, logger)
        pages = settings.gateway.pages.map { [inbox] in
            ResponderAnswers(listen: $0, secrets: secrets, inbox: inbox, logger: logger)
        }
    }

    /// The services in start order; they stop in the reverse: close the inputs, let deliveries end or be
    /// sent again at the next start, then the engine, which closes the ledger.
    func run() async throws {
        var services: [ServiceGroupConfiguration.ServiceConfiguration] = [
            .init(service: engineService), .init(service: channelService), .init(service: controlService),
        ]
        if let pages { services.append(.init(service: pages)) }
        services.append(.init(service: intakeService))
        let reloader = reloader
        services.append(
            .init(service: SignalService { await BackgroundThread.result(name: "reload") { _ = reloader.reload() } }))
        services.append(
            .init(service: ZoneService { await BackgroundThread.result(name: "zone") { reloader.renewZone() } }))
        var configuration = ServiceGroupConfiguration(
            services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = DaemonLimits.stopTimeout
        try await ServiceGroup(configuration: configuration).run()
    }

    // MARK: - Services

    private var engineService: ThreadService {
        let thread = BackgroundThreadBox()
        return ThreadService {
            thread.start(name: "engine") { [loop, outage, notifier, logger] in
                loop.run(after: outage) {
                    notifier.ready(status: "Running")
                    logger.notice("ready")
                }
            }
        } stop: { [inbox, notifier] in
            notifier.stopping(status: "Stopping")
            inbox.post(.stop)
            await BackgroundThread.result(name: "engine-end") { thread.join() }
        }
    }

    private var channelService: ThreadService {
        ThreadService { [switchboard, settings] in
            switchboard.apply(settings)
        } stop: { [switchboard] in
            await switchboard.stopChannels()
        }
    }

    private var controlService: ThreadService {
        ThreadService { [control] in control.start() } stop: { [control] in control.stop() }
    }

    private var intakeService: ThreadService {
        ThreadService {
        } stop: { [switchboard] in
            await BackgroundThread.result(name: "intake-end") { switchboard.stopIntakes() }
        }
    }

    // MARK: - Building

    private static func openLedger(
        in folder: String, logger: Logger
    ) throws(StartError) -> sending SQLiteLedger {
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            // Without a journal the ledger alone is still a ledger; the lack is a fault to be told.
            let journal = try? EmergencyJournal(path: folder + "/emergency.journal")
            if journal == nil { logger.error("no emergency journal", metadata: [LogKeys.file: "\(folder)"]) }
            let ledger = try SQLiteLedger(folder: folder, journal: journal)
            for sentence in ledger.damage.sentences {
                logger.error("ledger was damaged", metadata: [LogKeys.reason: "\(sentence)"])
            }
            return ledger
        } catch {
            throw StartError(exitCode: .inputOutput, description: "\(error)")
        }
    }

    private static func chosen(
        _ read: SettingsResult, _ keeper: SettingsKeeper, _ ledger: SQLiteLedger
    ) throws(StartError) -> Settings {
        if let settings = read.settings { return settings }
        if let kept = keeper.kept(in: ledger) { return kept }
        let errors = read.errors.map { $0.render() }.joined(separator: "\n")
        throw StartError(
            exitCode: .configuration,
            description: "The settings hold errors and no good ones are kept from before.\n\(errors)")
    }

    private static func resume(
        _ ledger: SQLiteLedger
    ) throws(StartError) -> (SystemClock, Snapshot) {
        do {
            let bootID = SystemClock.bootID()
            let mark = try ledger.newestMark()
            let probe = SystemClock(line: .first, bootID: bootID).now()
            let line =
                mark.map {
                    TimeLine.resumed(
                        after: $0, bootID: bootID, boot: SystemClock.kernelBootTime(), wall: probe.wall,
                        quality: probe.quality)
                } ?? .first
            let snapshot = try ledger.restore()
            let clock = SystemClock(line: line, bootID: bootID, floor: mark?.moment.wall ?? WallTime(milliseconds: 0))
            return (clock, snapshot)
        } catch {
            throw StartError(exitCode: .inputOutput, description: "\(error)")
        }
    }

    private static func controlServer(
        _ path: String, _ inbox: Inbox, _ reloader: Reloader, _ switchboard: Switchboard, _ started: Moment,
        _ logger: Logger
    ) throws(StartError) -> ControlServer {
        let desk = ControlDesk(
            inbox: inbox,
            complete: { report in
                reloader.complete(&report)
                report.connected = switchboard.connected
                report.brokers = switchboard.brokers
                report.homeAssistant = switchboard.homeAssistant.counts
                report.started = started.wall
            },
            reload: { reloader.reload() })
        do {
            return try ControlServer(path: path, logger: logger, answer: desk.answer)
        } catch {
            throw StartError(exitCode: .inputOutput, description: "The control socket cannot be opened: \(error)")
        }
    }
}
