import DemoHome
import NIOCore
import NIOPosix
import Synchronization

/// Publishes over one connection, and knows of each message whether the broker has taken it (MQTT 3.1.1).
final class MQTTPublisher: Sendable {
    struct User: Sendable {
        var name: String
        var password: String
    }

    private let channel: any NIOCore.Channel
    private let waiting: MQTTWaiting

    private init(_ channel: any NIOCore.Channel, _ waiting: MQTTWaiting) {
        self.channel = channel
        self.waiting = waiting
    }

    /// - Throws: when the broker does not let it in.
    static func connect(port: Int, id: String, user: User? = nil) async throws -> MQTTPublisher {
        let waiting = MQTTWaiting()
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(MQTTHandler(waiting))
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
        let publisher = MQTTPublisher(channel, waiting)
        // Section 3.1: clean session, keep-alive off.
        var flags: UInt8 = 0b0000_0010
        if user != nil { flags |= 0b1100_0000 }
        var body = text("MQTT") + [4, flags, 0, 0] + text(id)
        if let user { body += text(user.name) + text(user.password) }
        try await publisher.send(0x10, body, awaiting: MQTTWaiting.connect)
        return publisher
    }

    /// Publishes at QoS 1 and returns when the broker has taken it.
    func publish(_ topic: String, _ payload: [UInt8], isRetained: Bool = false) async throws {
        let number = waiting.nextNumber()
        let body = Self.text(topic) + [UInt8(number >> 8), UInt8(number & 0xFF)] + payload
        try await send(0x32 | (isRetained ? 1 : 0), body, awaiting: number)
    }

    func publish(_ topic: String, _ payload: String, isRetained: Bool = false) async throws {
        try await publish(topic, Array(payload.utf8), isRetained: isRetained)
    }

    func close() async {
        try? await channel.close().get()
    }

    private func send(_ kind: UInt8, _ body: [UInt8], awaiting number: UInt16) async throws {
        // Section 2.2.3: seven bits a byte, the least first.
        var length: [UInt8] = []
        var rest = body.count
        repeat {
            length.append(UInt8(rest & 0x7F) | (rest > 0x7F ? 0x80 : 0))
            rest >>= 7
        } while rest > 0
        let packet = ByteBuffer(bytes: [kind] + length + body)
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            guard waiting.add(number, continuation) else { return }
            channel.writeAndFlush(packet, promise: nil)
        }
    }

    private static func text(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        return [UInt8(bytes.count >> 8), UInt8(bytes.count & 0xFF)] + bytes
    }
}

/// Who waits for the broker's answer to what.
final class MQTTWaiting: Sendable {
    /// Stands for the answer to CONNECT; packet identifiers begin at 1.
    static let connect: UInt16 = 0

    private struct State {
        var last: UInt16 = 0
        var waiters: [UInt16: CheckedContinuation<Void, any Error>] = [:]
        var isClosed = false
    }

    private let state = Mutex(State())

    func nextNumber() -> UInt16 {
        state.withLock { state in
            state.last = state.last == .max ? 1 : state.last + 1
            return state.last
        }
    }

    /// - Returns: false when the connection has ended; then the waiter knows.
    func add(_ number: UInt16, _ waiter: CheckedContinuation<Void, any Error>) -> Bool {
        let isClosed = state.withLock { state in
            if !state.isClosed { state.waiters[number] = waiter }
            return state.isClosed
        }
        if isClosed { waiter.resume(throwing: HomeFailure("The broker has closed the connection.")) }
        return !isClosed
    }

    func answer(_ number: UInt16, failure: HomeFailure? = nil) {
        let waiter = state.withLock { $0.waiters.removeValue(forKey: number) }
        if let failure { waiter?.resume(throwing: failure) } else { waiter?.resume() }
    }

    func close() {
        let waiters = state.withLock { state in
            state.isClosed = true
            defer { state.waiters = [:] }
            return Array(state.waiters.values)
        }
        for waiter in waiters { waiter.resume(throwing: HomeFailure("The broker has closed the connection.")) }
    }
}

/// Reads CONNACK and PUBACK.
private final class MQTTHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let waiting: MQTTWaiting
    private var bytes: [UInt8] = []

    init(_ waiting: MQTTWaiting) {
        self.waiting = waiting
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        bytes += unwrapInboundIn(data).readableBytesView
        // All that the broker sends to a publisher has four bytes: sections 3.2 and 3.4.
        while bytes.count >= 4 {
            let packet = Array(bytes[..<4])
            bytes.removeFirst(4)
            switch packet[0] {
            case 0x20 where packet[3] == 0: waiting.answer(MQTTWaiting.connect)
            case 0x20: waiting.answer(MQTTWaiting.connect, failure: HomeFailure("The broker refuses: \(packet[3])"))
            case 0x40: waiting.answer(UInt16(packet[2]) << 8 | UInt16(packet[3]))
            default: context.close(promise: nil)
            }
        }
    }

    func channelInactive(context: ChannelHandlerContext) { waiting.close() }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
