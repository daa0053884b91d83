package import GatewayCore
package import GatewayDaemon
internal import Foundation
internal import Glibc
internal import LinuxSupport
internal import Synchronization

/// The built `pullcord run`.
package final class RunningGateway: Sendable {
    /// How far a start is waited for.
    package enum Readiness: Sendable {
        /// The process runs; nothing more.
        case started
        /// Its state is restored and it answers at the control socket.
        case answering
        /// The broker knows its subscriptions: a message that is published now arrives.
        case connected
    }

    package let settings: HomeSettings
    private let log: SightingLog
    private let child = Mutex<HomeProgram?>(nil)

    init(_ settings: HomeSettings, log: SightingLog) {
        self.settings = settings
        self.log = log
    }

    package var isRunning: Bool { child.withLock { $0 }?.isRunning ?? false }

    /// The number of its process; nil when it was not started.
    package var identifier: Int32? { child.withLock { $0 }?.identifier }

    package func start(until readiness: Readiness = .connected) async throws {
        let mark = log.mark
        let started = try await HomeProgram.start(
            "pullcord", ProjectFolder.pullcord(),
            [
                "run", "--settings", settings.addresses.settings, "--profiles", ProjectFolder.profiles,
                "--log-level", settings.setup.logLevel,
            ], environment: settings.setup.environment, log: logFile
        ) { [log] line in
            if line.hasPrefix("pullcord: ready") || line.contains("pullcord: ready") {
                log.add(.program("gateway", ended: nil))
            }
            log.add(.log(line))
        }
        child.withLock { $0 = started }
        if readiness == .started { return }
        try await log.program("gateway", started, since: mark, logFile: logFile)
        if readiness == .answering { return }
        try await waitUntilConnected(since: mark)
    }

    /// The retained status is published after the subscriptions were asked for, on the same connection.
    package func waitUntilConnected(since mark: Int = 0, within limit: Duration = DemoLimits.start) async throws {
        try await log.first("the gateway to connect to the broker", since: mark, within: limit) { sighting in
            guard case .published(let topic, "online", false) = sighting.what else { return false }
            return topic.hasPrefix("pullcord/")
        }
    }

    /// Asks it to end, as systemd does.
    ///
    /// - Returns: its exit code.
    @discardableResult
    package func stop() async -> Int32? { await end { await $0.stop() } }

    /// Ends it as a power cut would.
    @discardableResult
    package func kill() async -> Int32? { await end { await $0.kill() } }

    package func restart(until readiness: Readiness = .connected) async throws {
        await stop()
        try await start(until: readiness)
    }

    /// Sends SIGHUP: it reads its settings again.
    package func reload() { child.withLock { $0 }?.send(SIGHUP) }

    package func send(_ signal: Int32) { child.withLock { $0 }?.send(signal) }

    private func end(_ ending: (HomeProgram) async -> Int32?) async -> Int32? {
        guard let running = child.withLock({ $0.take() }) else { return nil }
        let status = await ending(running)
        log.add(.program("gateway", ended: status))
        return status
    }

    // MARK: - Asking

    /// Asks over the control socket.
    ///
    /// - Throws: when it does not answer.
    package func ask(_ request: ControlRequest) async throws -> ControlResponse {
        let client = ControlClient(path: settings.addresses.controlSocket)
        return try await withCheckedThrowingContinuation { continuation in
            _ = BackgroundThread.start(name: "asks gateway") {
                continuation.resume(with: Result { try client.ask(request) })
            }
        }
    }

    /// Its alerts, with the newest closed ones.
    package func alerts() async throws -> [Alert] {
        guard case .alerts(let alerts) = try await ask(.alerts(all: true)) else { return [] }
        return alerts
    }

    package func status() async throws -> StatusReport {
        switch try await ask(.status) {
        case .status(let report): return report
        case .refused(let reason): throw HomeFailure(reason)
        default: throw HomeFailure("The gateway did not answer with its status.")
        }
    }

    /// "I'm OK", as by `pullcord ok`.
    package func okay() async throws {
        log.add(.deed("The person says: I'm OK."))
        _ = try await ask(.okay)
    }

    // MARK: - Its log

    private var logFile: String { settings.addresses.folder.file("gateway.log") }

    package var logText: String { (try? String(contentsOfFile: logFile, encoding: .utf8)) ?? "" }

    package func logTail(_ count: Int = 30) -> String {
        logText.split(separator: "\n").suffix(count).joined(separator: "\n")
    }
}
