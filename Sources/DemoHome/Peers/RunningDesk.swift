internal import AsyncHTTPClient
internal import Foundation
internal import NIOCore
internal import NIOFoundationCompat
internal import NIOHTTP1
internal import Synchronization

/// The built `pullcord desk`, and what is on it.
package final class RunningDesk: Sendable {
    package let settings: HomeSettings
    private let log: SightingLog
    private let http: HTTPClient
    private let child = Mutex<HomeProgram?>(nil)
    private let watch = Mutex<Task<Void, Never>?>(nil)
    private let known = Mutex<[String: DeskAlert]>([:])

    init(_ settings: HomeSettings, log: SightingLog) {
        self.settings = settings
        self.log = log
        var configuration = HTTPClient.Configuration()
        configuration.connectionPool.retryConnectionEstablishment = false
        http = HTTPClient(configuration: configuration)
    }

    /// What to open in a browser.
    package var address: String { settings.addresses.desk }

    package var isRunning: Bool { child.withLock { $0 }?.isRunning ?? false }

    // MARK: - Life

    /// Runs the desk and returns when it listens. It begins with nothing on it: it keeps all in memory.
    package func start() async throws {
        let mark = log.mark
        let file = settings.addresses.folder.file("desk.log")
        let started = try await HomeProgram.start(
            "desk", ProjectFolder.pullcord(),
            [
                "desk", "--listen", "127.0.0.1:\(settings.addresses.deskPort)", "--contact", "Anna (daughter)",
                "--zone", "Europe/London", "--secret-file", settings.addresses.folder.file("desk.secret"),
            ], log: file
        ) { [log] line in
            if line.hasPrefix("The desk is at ") { log.add(.program("desk", ended: nil)) }
        }
        child.withLock { $0 = started }
        try await log.program("desk", started, since: mark, logFile: file)
        known.withLock { $0 = [:] }
        let watching = Task { await follow() }
        watch.withLock { $0 = watching }
    }

    package func stop() async {
        let watching = watch.withLock { $0.take() }
        watching?.cancel()
        await watching?.value
        guard let running = child.withLock({ $0.take() }) else { return }
        log.add(.program("desk", ended: await running.stop()))
    }

    func close() async {
        await stop()
        try? await http.shutdown()
    }

    // MARK: - Looking

    /// All that is on the desk now.
    package func document() async throws -> DeskDocument {
        let response = try await http.execute(
            HTTPClientRequest(url: "\(address)/api/alerts"), timeout: .nanoseconds(Self.timeout))
        let body = try await response.body.collect(upTo: DemoLimits.deskBytes)
        return try JSONDecoder().decode(DeskDocument.self, from: body)
    }

    /// The first alert that fits, as it stood on the desk then.
    ///
    /// - Parameter mark: looks at what was seen since then; 0 takes all that was ever on the desk into account.
    package func waitForAlert(
        _ expected: String = "an alert on the desk", since mark: Int = 0, within limit: Duration = DemoLimits.wait,
        where fits: @escaping @Sendable (DeskAlert) -> Bool
    ) async throws -> DeskAlert {
        let sighting = try await log.first(expected, since: mark, within: limit) { sighting in
            if case .desk(let alert) = sighting.what { fits(alert) } else { false }
        }
        guard case .desk(let alert) = sighting.what else { throw HomeFailure("Not seen: \(expected)") }
        return alert
    }

    /// Listens to the desk's server-sent events, and looks each time something has changed.
    private func follow() async {
        while !Task.isCancelled {
            do {
                let response = try await http.execute(
                    HTTPClientRequest(url: "\(address)/events"), deadline: .distantFuture)
                for try await _ in response.body { try await look() }
            } catch {
                try? await Task.sleep(for: DemoLimits.deskRetry, clock: .continuous)
            }
        }
    }

    private func look() async throws {
        for alert in try await document().alerts {
            let isNew = known.withLock { known in
                defer { known[alert.key] = alert }
                return known[alert.key] != alert
            }
            if isNew { log.add(.desk(alert)) }
        }
    }

    // MARK: - Answering

    /// Presses "I take it".
    package func acknowledge(_ alert: DeskAlert) async throws {
        log.add(.deed("Anna takes it at the desk."))
        try await answer("\(address)/alerts/\(alert.key)/acknowledge", "")
    }

    /// Closes it with an outcome, such as "attended".
    package func close(_ alert: DeskAlert, outcome: String, note: String = "") async throws {
        log.add(.deed("Anna closes it at the desk: \(outcome)."))
        let allowed = CharacterSet.alphanumerics
        let words = note.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
        try await answer("\(address)/alerts/\(alert.key)/close", "outcome=\(outcome)&note=\(words)")
    }

    private func answer(_ url: String, _ form: String) async throws {
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers.add(name: "accept", value: "application/json")
        request.headers.add(name: "origin", value: address)
        request.headers.add(name: "content-type", value: "application/x-www-form-urlencoded")
        request.body = .bytes(ByteBuffer(string: form))
        let response = try await http.execute(request, timeout: .nanoseconds(Self.timeout))
        guard response.status == .ok else {
            let body = (try? await response.body.collect(upTo: DemoLimits.lineBytes)) ?? ByteBuffer()
            throw HomeFailure("The desk answers \(response.status.code): \(String(buffer: body))")
        }
    }

    private static let timeout = DemoLimits.deskAnswer.components.seconds * 1_000_000_000
}
