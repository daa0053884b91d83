import GatewayTesting
import Glibc
import LinuxSupport
import Synchronization

/// A broker in miniature for MQTT 3.1.1 that shows every packet it gets and misbehaves on request.
final class FakeBroker: Sendable {
    /// What it does wrong.
    enum Manner: Sendable {
        case friendly
        /// Accepts the connection and says nothing.
        case silent
        /// Answers everything but sends no message on.
        case swallowsMessages
        /// SUBACK with a refusal for each filter that begins with this.
        case refusesSubscriptions(String)
        /// CONNACK with this code.
        case refusesClients(UInt8)
        /// Bytes that are not MQTT.
        case talksNonsense
    }

    struct NoSocket: Error {}

    struct Packet: Sendable {
        var client: String
        /// Counts connections of all clients, from 1.
        var connection: Int
        /// The packet's type, MQTT 3.1.1, table 2.1.
        var type: UInt8
        var body: [UInt8]
    }

    private struct State {
        var manner: Manner
        var sockets: [String: Int32] = [:]
        var connections = 0
        var open: Set<Int32> = []
        var isStopped = false
    }

    let port: Int
    let packets = Mailbox<Packet>()
    private let state: Mutex<State>
    private let listener: Int32

    init(_ manner: Manner) throws {
        state = Mutex(State(manner: manner))
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard listener >= 0 else { throw NoSocket() }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let answer = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(listener, pointer, size) == 0 && listen(listener, 8) == 0
                    ? getsockname(listener, pointer, &size) : -1
            }
        }
        guard answer == 0 else { throw NoSocket() }
        port = Int(UInt16(bigEndian: address.sin_port))
        _ = BackgroundThread.start(name: "fake-broker") { self.acceptAll() }
    }

    func behave(_ manner: Manner) { state.withLock { $0.manner = manner } }

    /// Sends a PUBLISH with QoS 1 to the client whose name ends so.
    func publish(_ topic: String, _ payload: String, packet: UInt16, isDuplicate: Bool = false, to client: String) {
        var body = Self.text(topic) + [UInt8(packet >> 8), UInt8(packet & 255)]
        body += Array(payload.utf8)
        send(Self.packet(isDuplicate ? 0x3A : 0x32, body), to: client)
    }

    func stop() {
        let open = state.withLock { state in
            state.isStopped = true
            return state.open
        }
        shutdown(listener, Int32(SHUT_RDWR))
        for socket in open { shutdown(socket, Int32(SHUT_RDWR)) }
    }

    // MARK: Connections

    private func acceptAll() {
        while true {
            let socket = accept(listener, nil, nil)
            guard socket >= 0 else { break }
            let number = state.withLock { state in
                state.open.insert(socket)
                state.connections += 1
                return state.connections
            }
            _ = BackgroundThread.start(name: "fake-client") { self.serve(socket, number) }
        }
        close(listener)
    }

    private func serve(_ socket: Int32, _ number: Int) {
        var client = ""
        while let (header, body) = Self.read(socket) {
            if header >> 4 == 1 { client = Self.text(in: body, at: 10) }
            packets.put(Packet(client: client, connection: number, type: header >> 4, body: body))
            let manner = state.withLock { state in
                if !client.isEmpty { state.sockets[client] = socket }
                return state.manner
            }
            answer(header, body, manner, socket)
        }
        state.withLock { state in
            state.open.remove(socket)
            if state.sockets[client] == socket { state.sockets[client] = nil }
        }
        close(socket)
    }

    private func answer(_ header: UInt8, _ body: [UInt8], _ manner: Manner, _ socket: Int32) {
        switch (header >> 4, manner) {
        case (_, .silent): break
        case (1, .talksNonsense): Self.write(socket, Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8))
        case (1, .refusesClients(let code)): Self.write(socket, [0x20, 2, 0, code])
        case (1, _): Self.write(socket, [0x20, 2, 0, 0])
        case (8, .refusesSubscriptions(let start)):
            let isRefused = Self.text(in: body, at: 2).hasPrefix(start)
            Self.write(socket, [0x90, 3, body[0], body[1], isRefused ? 0x80 : 1])
        case (8, _): Self.write(socket, [0x90, 3, body[0], body[1], 1])
        case (12, _): Self.write(socket, [0xD0, 0])
        case (3, _):
            let topic = Self.text(in: body, at: 0)
            let identifier = Array(body[(2 + topic.utf8.count)...].prefix(2))
            if header & 6 == 2 { Self.write(socket, [0x40, 2] + identifier) }
            if case .swallowsMessages = manner { break }
            if topic.contains("/canary/") { Self.write(socket, Self.packet(0x32, body)) }
        default: break
        }
    }

    private func send(_ bytes: [UInt8], to client: String) {
        let socket = state.withLock { state in state.sockets.first { $0.key.hasSuffix(client) }?.value }
        if let socket { Self.write(socket, bytes) }
    }

    // MARK: Bytes

    private static func text(_ text: String) -> [UInt8] {
        [UInt8(text.utf8.count >> 8), UInt8(text.utf8.count & 255)] + Array(text.utf8)
    }

    private static func text(in body: [UInt8], at start: Int) -> String {
        guard body.count >= start + 2 else { return "" }
        let length = Int(body[start]) << 8 | Int(body[start + 1])
        return String(decoding: body[(start + 2)...].prefix(length), as: UTF8.self)
    }

    private static func packet(_ header: UInt8, _ body: [UInt8]) -> [UInt8] {
        var bytes = [header]
        var length = body.count
        repeat {
            bytes.append(UInt8(length % 128) | (length > 127 ? 0x80 : 0))
            length /= 128
        } while length > 0
        return bytes + body
    }

    private static func write(_ socket: Int32, _ bytes: [UInt8]) {
        _ = bytes.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    }

    private static func read(_ socket: Int32) -> (header: UInt8, body: [UInt8])? {
        guard let header = read(socket, count: 1)?.first else { return nil }
        var (length, factor) = (0, 1)
        while true {
            guard let byte = read(socket, count: 1)?.first, factor <= 2_097_152 else { return nil }
            length += Int(byte & 127) * factor
            factor *= 128
            if byte & 128 == 0 { break }
        }
        guard let body = read(socket, count: length) else { return nil }
        return (header, body)
    }

    private static func read(_ socket: Int32, count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let start = done
            let got = bytes.withUnsafeMutableBytes { buffer in
                recv(socket, UnsafeMutableRawBufferPointer(rebasing: buffer[start...]).baseAddress, count - start, 0)
            }
            guard got > 0 else { return nil }
            done += got
        }
        return bytes
    }
}

/// Runs a fake broker for the length of the body.
func withFakeBroker<Result>(
    _ manner: FakeBroker.Manner = .friendly, _ body: (FakeBroker) async throws -> Result
) async throws -> Result {
    let broker = try FakeBroker(manner)
    defer { broker.stop() }
    return try await body(broker)
}
