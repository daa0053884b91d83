internal import Foundation
internal import Glibc
internal import Synchronization

/// A private mosquitto on loopback.
///
/// It writes what it holds to disk each second, so that a kill loses nothing that it took more than a second
/// before; everybody on the machine may come in, for as long as the demonstration runs.
package final class Broker: Sendable {
    package let port: Int
    private let folder: HomeFolder
    private let log: SightingLog
    private let child = Mutex<HomeProgram?>(nil)

    init(_ settings: HomeSettings, log: SightingLog) throws {
        port = settings.addresses.brokerPort
        folder = settings.addresses.folder
        self.log = log
        try FileManager.default.createDirectory(
            atPath: folder.file("broker"), withIntermediateDirectories: false)
        var lines = [
            "per_listener_settings true", "persistence true", "persistence_location \(folder.file("broker"))/",
            "autosave_on_changes true", "autosave_interval 1", "max_queued_messages 20000",
            "max_queued_bytes 16777216", "max_inflight_messages 20", "queue_qos0_messages true",
            "upgrade_outgoing_qos true", "max_packet_size 262144", "max_keepalive 300",
            "persistent_client_expiration 30d", "connection_messages true", "log_dest stderr", "log_type all",
        ]
        // Started by root it would become the user mosquitto, who may not read this folder.
        if getuid() == 0 { lines.append("user root") }
        lines += settings.setup.brokerLines
        lines += [
            "listener \(port) 127.0.0.1", "allow_anonymous true", "allow_zero_length_clientid true",
            "set_tcp_nodelay true",
        ]
        try folder.write(lines.map { $0 + "\n" }.joined(), to: "broker/mosquitto.conf")
    }

    /// Runs the broker and returns when it listens.
    package func start() async throws {
        let mark = log.mark
        let started = try await HomeProgram.start(
            "mosquitto", ProjectFolder.installed("mosquitto"), ["-c", folder.file("broker/mosquitto.conf")],
            log: folder.file("broker.log")
        ) { [log] line in
            // The broker has no other word for "ready"; it says this after its listeners are open.
            if line.hasSuffix(" running") { log.add(.program("broker", ended: nil)) }
        }
        child.withLock { $0 = started }
        try await log.program("broker", started, since: mark, logFile: folder.file("broker.log"))
    }

    package var isRunning: Bool { child.withLock { $0 }?.isRunning ?? false }

    /// Ends the broker in order: it writes what it holds first.
    package func stop() async { await end { await $0.stop() } }

    /// Ends the broker as a power cut would.
    package func kill() async { await end { await $0.kill() } }

    /// Stops the broker and starts it on the same port.
    package func restart() async throws {
        await stop()
        try await start()
    }

    private func end(_ ending: (HomeProgram) async -> Int32?) async {
        guard let running = child.withLock({ $0.take() }) else { return }
        log.add(.program("broker", ended: await ending(running)))
    }

    /// Publishes and returns when the broker has taken it (QoS 1).
    package func publish(_ topic: String, _ payload: String, qos: Int = 1, isRetained: Bool = false) async throws {
        let publisher = try await HomeProgram.start(
            "mosquitto_pub", ProjectFolder.installed("mosquitto_pub"),
            ["-h", "127.0.0.1", "-p", "\(port)", "-q", "\(qos)", "-t", topic, "-m", payload]
                + (isRetained ? ["-r"] : []), log: folder.file("publisher.log"))
        guard await publisher.end(within: DemoLimits.wait) == 0 else {
            await publisher.kill()
            throw HomeFailure("The broker did not take a message to \(topic).")
        }
    }
}
