import AlarmProtocols
import GatewayCore
import NIOCore
import NIOPosix
import Synchronization

/// A DC-09 receiver on loopback that answers as it is told, also badly.
final class DC09Receiver: Sendable {
    struct Heard: Sendable {
        var frame: DC09Frame
        var bytes: [UInt8]
        /// Which connection it came on, counted from 1.
        var connection: Int
    }

    /// What the receiver writes for one frame; each element is one write. Nil closes.
    typealias Script = @Sendable (DC09Frame) -> [[UInt8]]?

    let host = LoopbackAddress.next()
    let heard = Record<Heard>()
    /// Bytes that were no frame: there must never be any.
    let stray = Record<[UInt8]>()
    private let script: Mutex<Script>
    private let listener = Mutex<(any NIOCore.Channel)?>(nil)
    private let connections = Mutex<(count: Int, open: [any NIOCore.Channel])>((0, []))
    private let boundPort = Mutex(0)

    init(_ script: @escaping Script = acknowledge) {
        self.script = Mutex(script)
    }

    var port: Int { boundPort.withLock { $0 } }

    func answer(_ script: @escaping Script) {
        self.script.withLock { $0 = script }
    }

    func start() async throws {
        let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { [self] channel in
                channel.eventLoop.makeCompletedFuture { [self] in
                    let number = connections.withLock { connections in
                        connections.count += 1
                        connections.open.append(channel)
                        return connections.count
                    }
                    try channel.pipeline.syncOperations.addHandler(Handler(receiver: self, connection: number))
                }
            }
            .bind(host: host, port: port).get()
        boundPort.withLock { $0 = channel.localAddress?.port ?? 0 }
        listener.withLock { $0 = channel }
    }

    func stop() async {
        try? await listener.withLock { $0 }?.close().get()
        await closeConnections()
    }

    func closeConnections() async {
        let open = connections.withLock { connections in
            defer { connections.open = [] }
            return connections.open
        }
        // Waited for: a frame that comes before the close is done would still be answered.
        for channel in open { try? await channel.close().get() }
    }

    /// Writes to whoever is connected, unasked.
    func sayToAll(_ bytes: [UInt8]) {
        for channel in connections.withLock({ $0.open }) {
            channel.writeAndFlush(ByteBuffer(bytes: bytes), promise: nil)
        }
    }

    /// Frames of alarms, without polls.
    var alarms: [DC09Frame] { heard.elements.map(\.frame).filter { $0.token == .admCID } }

    /// An ACK as it should be.
    static let acknowledge: Script = { frame in [reply(.ack, to: frame)] }

    static func reply(
        _ token: DC09Token, to frame: DC09Frame, sequence: Int? = nil, account: String? = nil
    ) -> [UInt8] {
        DC09Frame(
            token: token, sequence: sequence ?? frame.sequence, receiver: frame.receiver, line: frame.line,
            account: account ?? frame.account, body: .clear(DC09Content())
        ).encoded()
    }

    /// A NAK with the receiver's time.
    static func nak(at time: WallTime) -> [UInt8] {
        DC09Frame(
            token: .nak, sequence: 0, receiver: "0", line: "0", account: nil,
            body: .clear(DC09Content(timestamp: time))
        ).encoded()
    }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer

        private let receiver: DC09Receiver
        private let connection: Int

        init(receiver: DC09Receiver, connection: Int) {
            self.receiver = receiver
            self.connection = connection
        }

        /// One read is one message, as for the simplest of receivers.
        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            let bytes = Array(unwrapInboundIn(data).readableBytesView)
            guard bytes.first == 0x0A, bytes.last == 0x0D,
                let frame = try? DC09Frame(parsing: Array(bytes.dropFirst().dropLast()))
            else {
                receiver.stray.append(bytes)
                return
            }
            receiver.heard.append(Heard(frame: frame, bytes: bytes, connection: connection))
            guard let writes = receiver.script.withLock({ $0 })(frame) else {
                context.close(promise: nil)
                return
            }
            for write in writes {
                context.writeAndFlush(NIOAny(ByteBuffer(bytes: write)), promise: nil)
            }
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            context.close(promise: nil)
        }
    }
}

/// Runs a receiver for the time of the body.
func withReceiver<Result>(
    _ script: @escaping DC09Receiver.Script = DC09Receiver.acknowledge,
    _ body: (DC09Receiver) async throws -> Result
) async throws -> Result {
    let receiver = DC09Receiver(script)
    try await receiver.start()
    do {
        let result = try await body(receiver)
        await receiver.stop()
        return result
    } catch {
        await receiver.stop()
        throw error
    }
}
