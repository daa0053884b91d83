internal import GatewayCore
internal import GatewaySettings
internal import LinuxSupport
internal import Logging
internal import Synchronization

/// Reads the settings again while the gateway runs. Bad ones change nothing.
final class Reloader: Sendable {
    private struct Using {
        var settings: Settings
        var isKept: Bool
    }

    private let keeper: SettingsKeeper
    private let switchboard: Switchboard
    private let inbox: Inbox
    private let notifier: ServiceNotifier
    private let logger: Logger
    private let using: Mutex<Using>
    /// Held through a whole change, so that of two at a time the later is in use.
    private let change = Mutex(())

    init(
        using settings: Settings, isKept: Bool, keeper: SettingsKeeper, switchboard: Switchboard, inbox: Inbox,
        notifier: ServiceNotifier, logger: Logger
    ) {
        using = Mutex(Using(settings: settings, isKept: isKept))
        self.keeper = keeper
        self.switchboard = switchboard
        self.inbox = inbox
        self.notifier = notifier
        self.logger = logger
    }

    /// Adds to a status what is known of the settings in use.
    func complete(_ report: inout StatusReport) {
        let using = using.withLock { $0 }
        report.settings = using.settings.sources
        report.runsOnKeptSettings = using.isKept
    }

    /// Blocks while files are read and connections change: for threads of one's own.
    func reload() -> ControlResponse {
        change.withLock { _ in readAgain() }
    }

    /// Takes the law of the home's time zone as tzdata has it now. Blocks while a file is read.
    func renewZone() {
        change.withLock { _ in
            let old = using.withLock { $0.settings }
            guard let renewed = old.underCurrentLaw() else { return }
            inbox.post(.adopt(renewed, done: {}))
            using.withLock { $0.settings = renewed }
            logger.notice("the home's time zone has a new law")
        }
    }

    private func readAgain() -> ControlResponse {
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
        using.withLock { $0 = Using(settings: settings, isKept: false) }
        inbox.post(.path(.settings, .up))
        logger.notice("settings taken", metadata: [LogKeys.count: "\(settings.plan.rules.count)"])
        return .done("The settings were read and taken.")
    }
}
