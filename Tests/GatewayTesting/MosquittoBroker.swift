internal import Foundation
internal import Glibc
internal import Synchronization

/// A private mosquitto on a free loopback port, with a temporary folder of its own.
///
/// It keeps what it has queued as the recommended settings do, so a kill loses nothing that it acknowledged
/// more than a second before.
package final class MosquittoBroker: Sendable {
    package struct Setup: Sendable {
        /// Users and their passwords; without any, everybody may come in.
        package var users: [String: String] = [:]
        /// Lines of an ACL file; empty for none.
        package var acl: [String] = []
        /// TLS with the server certificate of these.
        package var certificates: TestCertificates?
        /// Present the expired certificate instead.
        package var presentsExpired = false
        /// Ask clients for a certificate.
        package var requiresClientCertificate = false
        /// Write the queue to disk after every change.
        package var isPersistent = true
        /// More lines for the configuration, before the listener.
        package var lines: [String] = []

        package init() {}
    }

    package struct Failure: Error, CustomStringConvertible {
        package var description: String
    }

    package let port: Int
    package let folder: String
    private let child = Mutex<TestChild?>(nil)

    /// Writes the configuration; `start` runs it.
    package init(_ setup: Setup = Setup()) async throws {
        folder = try Self.makeFolder()
        port = try Self.freePort()
        var lines = [
            "per_listener_settings false", "max_queued_messages 20000",
            "max_queued_bytes 67108864", "log_dest file \(folder)/log", "log_type all", "connection_messages true",
        ]
        if getuid() == 0 { lines.append("user root") }
        if setup.isPersistent {
            lines += [
                "persistence true", "persistence_location \(folder)/", "autosave_on_changes true",
                "autosave_interval 1",
            ]
        }
        if !setup.acl.isEmpty {
            try Self.write(setup.acl, to: "\(folder)/acl")
            lines.append("acl_file \(folder)/acl")
        }
        lines += setup.lines + ["listener \(port) 127.0.0.1", "set_tcp_nodelay true"]
        if setup.users.isEmpty {
            lines.append("allow_anonymous true")
        } else {
            try await Self.writePasswords(setup.users, to: "\(folder)/passwords")
            lines += ["allow_anonymous false", "password_file \(folder)/passwords"]
        }
        if let certificates = setup.certificates {
            lines += [
                "cafile \(certificates.authority)",
                "certfile \(setup.presentsExpired ? certificates.expired : certificates.server)",
                "keyfile \(setup.presentsExpired ? certificates.expiredKey : certificates.serverKey)",
            ]
            if setup.requiresClientCertificate { lines.append("require_certificate true") }
        }
        try Self.write(lines, to: "\(folder)/mosquitto.conf")
    }

    /// Uses a configuration file as it is.
    package init(configuration: String, port: Int, folder: String) throws {
        self.folder = folder
        self.port = port
        try Self.write([configuration], to: "\(folder)/mosquitto.conf")
    }

    // MARK: Life

    /// Runs the broker and returns when it listens.
    package func start() async throws {
        let started = try TestChild("mosquitto", ["-c", "\(folder)/mosquitto.conf"], output: "\(folder)/output")
        child.withLock { $0 = started }
        let deadline = ContinuousClock.now + .seconds(10)
        while !isListening {
            guard started.isRunning, ContinuousClock.now < deadline else {
                throw Failure(description: "mosquitto did not start: \(output)\(log)")
            }
            try await Task.sleep(for: .milliseconds(5), clock: .continuous)
        }
    }

    /// Ends the broker in order: it writes its queue first.
    package func stop() async { await end(by: SIGTERM) }

    /// Ends the broker as a power cut would.
    package func kill() async { await end(by: SIGKILL) }

    private func end(by signal: Int32) async {
        guard let ending = child.withLock({ $0 }) else { return }
        ending.send(signal)
        _ = await ending.end()
    }

    /// Stops the broker and starts it on the same port.
    package func restart() async throws {
        await stop()
        try await start()
    }

    /// Ends the broker and removes its folder.
    package func remove() {
        child.withLock { $0 }?.endNow()
        try? FileManager.default.removeItem(atPath: folder)
    }

    private var output: String { (try? String(contentsOfFile: "\(folder)/output", encoding: .utf8)) ?? "" }

    /// What the broker logged.
    package var log: String { (try? String(contentsOfFile: "\(folder)/log", encoding: .utf8)) ?? "(no log)" }

    /// Publishes by mosquitto_pub and returns when the broker has taken it.
    ///
    /// - Parameter options: more arguments, such as `-u` and `-P`.
    package func publish(
        _ topic: String, _ payload: String, qos: Int = 1, retain: Bool = false, options: [String] = []
    ) async throws {
        try await TestCommand.run(
            "mosquitto_pub",
            ["-h", "127.0.0.1", "-p", "\(port)", "-t", topic, "-q", "\(qos)", "-m", payload]
                + (retain ? ["-r"] : []) + options)
    }

    // MARK: Making

    /// A folder that nobody else uses.
    package static func makeFolder() throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("broker-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder.path
    }

    /// A loopback port that was free just now.
    package static func freePort() throws -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw Failure(description: "There is no socket left.") }
        defer { close(descriptor) }
        var address = loopback(0)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let answer = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(descriptor, pointer, size) == 0 ? getsockname(descriptor, pointer, &size) : -1
            }
        }
        guard answer == 0 else { throw Failure(description: "There is no port left.") }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    package static func writePasswords(_ users: [String: String], to path: String) async throws {
        try write([], to: path)
        for (user, password) in users {
            try await TestCommand.run("mosquitto_passwd", ["-b", path, user, password])
        }
    }

    private var isListening: Bool {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var address = Self.loopback(UInt16(port))
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                connect(descriptor, pointer, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }

    private static func loopback(_ port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }

    private static func write(_ lines: [String], to path: String) throws {
        try lines.map { $0 + "\n" }.joined().write(toFile: path, atomically: true, encoding: .utf8)
    }
}

/// Runs a broker for the length of the body.
package func withBroker<Result>(
    _ setup: MosquittoBroker.Setup = MosquittoBroker.Setup(), _ body: (MosquittoBroker) async throws -> Result
) async throws -> Result {
    let broker = try await MosquittoBroker(setup)
    defer { broker.remove() }
    try await broker.start()
    return try await body(broker)
}

/// Makes certificates for the length of the body.
package func withCertificates<Result>(_ body: (TestCertificates) async throws -> Result) async throws -> Result {
    let folder = try MosquittoBroker.makeFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try await body(try await TestCertificates(in: folder))
}
