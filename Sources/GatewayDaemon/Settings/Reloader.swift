internal import GatewayCore
internal import GatewaySettings
internal import LinuxSupport
internal import Logging
internal import Synchronization

/// Reads the settings again while the gateway runs. Bad ones change nothing.
final class Reloader: Sendable {
    private struct Using {
        var sources: [String]
        var isKept: Bool
    }

    private let keeper: SettingsKeeper
    private let switchboard: Switchboard
    private let inbox: Inbox
    private let notifier: ServiceNotifier
    private let logger: Logger
    private let using: Mutex<Using>

    init(
        using settings: Settings, isKept: Bool, keeper: SettingsKeeper, switchboard: Switchboard, inbox: Inbox,
        notifier: ServiceNotifier, logger: Logger
    ) {
        using = Mutex(Using(sources: settings.sources, isKept: isKept))
        self.keeper = keeper
        self.switchboard = switchboard
        self.inbox = inbox
        self.notifier = notifier
        self.logger = logger
    }

    /// Adds to a status what is known of the settings in use.
    func complete(_ report: inout StatusReport) {
        let using = using.withLock { $0 }
        report.settings = using.sources
        report.runsOnKeptSettings = using.isKept
    }

    /// Blocks while files are read and connections change: for threads of one's own.
    func reload() -> ControlResponse {
        notifier.reloading()
        defer { notifier.ready() }
        let result = keeper.read()
        guard let settings = result.settings else {
            let count = result.errors.count
            inbox.post(.path(.settings, .down(reason: "the settings files hold \(count) error(s)")))
            logger.error("settings not taken; the old ones stay", metadata: [LogKeys.count: "\(count)"])
            return .refused("The settings hold \(count) error(s) and were not taken; `pullcord check` shows them.")
        }
        let keeper = keeper
        inbox.post(.adopt(settings, done: {}))
        inbox.post(.look { _, ledger, _ in keeper.keep(result, in: ledger) })
        switchboard.apply(settings)
        using.withLock { $0 = Using(sources: settings.sources, isKept: false) }
        inbox.post(.path(.settings, .up))
        logger.notice("settings taken", metadata: [LogKeys.count: "\(settings.plan.rules.count)"])
        return .done("The settings were read and taken.")
    }
}
