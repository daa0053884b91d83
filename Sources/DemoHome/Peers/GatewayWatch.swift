internal import GatewayCore
internal import LinuxSupport
internal import Synchronization

/// Sees what the gateway writes into the stories of its alerts.
final class GatewayWatch: Sendable {
    private let gateway: RunningGateway
    private let log: SightingLog
    private let task = Mutex<Task<Void, Never>?>(nil)

    init(_ gateway: RunningGateway, log: SightingLog) {
        self.gateway = gateway
        self.log = log
    }

    func start() {
        let started = Task { await watch() }
        task.withLock { $0 = started }
    }

    func stop() async {
        let running = task.withLock { $0.take() }
        running?.cancel()
        await running?.value
    }

    private func watch() async {
        // Entries are numbered without a gap over the whole ledger, restarts included.
        var newest: Int64 = 0
        while !Task.isCancelled {
            if gateway.isRunning, let alerts = try? await gateway.alerts() {
                let entries = alerts.flatMap { alert in alert.story.map { (alert: alert, entry: $0) } }
                    .filter { $0.entry.sequence > newest }
                    .sorted { $0.entry.sequence < $1.entry.sequence }
                let now = SystemClock.wallTime()
                for (alert, entry) in entries {
                    // It was written since the last look; a wall clock that was set says otherwise.
                    let age = max(.zero, min(now - entry.moment.wall, DemoLimits.watchInterval * 5))
                    log.add(.story(alert, entry), age: age)
                }
                newest = entries.last?.entry.sequence ?? newest
            }
            try? await Task.sleep(for: DemoLimits.watchInterval, clock: .continuous)
        }
    }
}
