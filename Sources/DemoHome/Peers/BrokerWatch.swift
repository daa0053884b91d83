internal import Synchronization

/// Sees what the gateway publishes: the lamp, the siren, and whether it is connected.
final class BrokerWatch: Sendable {
    /// Retained before the watch begins; its arrival shows that the subscriptions stand.
    private static let sign = "pullcord-demo/watch"

    private let settings: HomeSettings
    private let log: SightingLog
    private let child = Mutex<HomeProgram?>(nil)

    init(_ settings: HomeSettings, log: SightingLog) {
        self.settings = settings
        self.log = log
    }

    /// Listens, and returns when the broker has taken the subscriptions.
    ///
    /// mosquitto_sub connects again by itself after the broker was away.
    func start(over broker: Broker) async throws {
        try await broker.publish(Self.sign, "begin", isRetained: true)
        let mark = log.mark
        let file = settings.addresses.folder.file("watch.log")
        let started = try await HomeProgram.start(
            "mosquitto_sub", ProjectFolder.installed("mosquitto_sub"),
            [
                "-h", "127.0.0.1", "-p", "\(settings.addresses.brokerPort)", "-q", "1", "-F", "%r %t %p",
                "-t", "pullcord/+/status", "-t", "zigbee2mqtt/+/set", "-t", Self.sign,
            ], log: file
        ) { [log] line in
            let words = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
            guard words.count == 3, words[0] == "0" || words[0] == "1" else { return }
            if words[1] == Self.sign { return log.add(.program("watch", ended: nil)) }
            log.add(.published(topic: words[1], payload: words[2], isRetained: words[0] == "1"))
        }
        child.withLock { $0 = started }
        try await log.program("watch", started, since: mark, logFile: file)
    }

    func stop() async {
        await child.withLock { $0.take() }?.kill()
    }
}
