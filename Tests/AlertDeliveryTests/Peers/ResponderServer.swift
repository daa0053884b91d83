import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import Synchronization

/// A responder's service on loopback: real HTTP/1.1, real TLS, and every way of answering.
final class ResponderServer: Sendable {
    struct Request: Sendable {
        var method: HTTPMethod
        var path: String
        var headers: HTTPHeaders
        var body: [UInt8]
        /// Which connection it came on, counted from 1.
        var connection: Int
    }

    enum Answer: Sendable {
        case status(UInt, headers: [(String, String)] = [], body: String = "")
        /// Takes the request and says nothing.
        case silence
        case close
        /// A head that promises more than comes.
        case closeHalfway
        /// A head, and then nothing.
        case headAndSilence
        case garbage
    }

    let requests = Record<Request>()
    let probes = Record<Request>()
    private let tls: NIOSSLContext?
    private let answer: Mutex<Answer>
    private let listener = Mutex<(any Channel)?>(nil)
    private let connections = Mutex<(count: Int, open: [any Channel])>((0, []))
    private let boundPort: Mutex<Int>

    init(tls: TLSConfiguration? = nil, answer: Answer = .status(204), port: Int = 0) throws {
        boundPort = Mutex(port)
        self.tls = try tls.map { try NIOSSLContext(configuration: $0) }
        self.answer = Mutex(answer)
    }

    /// Its certificate names `localhost`; without one it has an address of its own.
    var host: String { tls == nil ? ownHost : "localhost" }
    private let ownHost = LoopbackAddress.next()

    var port: Int { boundPort.withLock { $0 } }

    func answer(_ answer: Answer) {
        self.answer.withLock { $0 = answer }
    }

    /// Listens, on the same port each time.
    func start() async throws {
        let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { [self] channel in
                channel.eventLoop.makeCompletedFuture { [self] in
                    let number = connections.withLock { connections in
                        connections.count += 1
                        connections.open.append(channel)
                        return connections.count
                    }
                    let pipeline = channel.pipeline.syncOperations
                    if let tls { try pipeline.addHandler(NIOSSLServerHandler(context: tls)) }
                    try pipeline.configureHTTPServerPipeline()
                    try pipeline.addHandler(Handler(server: self, connection: number))
                }
            }
            .bind(host: tls == nil ? ownHost : "127.0.0.1", port: port).get()
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

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart
        typealias OutboundOut = HTTPServerResponsePart

        private let server: ResponderServer
        private let connection: Int
        private var head: HTTPRequestHead?
        private var body: [UInt8] = []

        init(server: ResponderServer, connection: Int) {
            self.server = server
            self.connection = connection
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch unwrapInboundIn(data) {
            case .head(let head):
                self.head = head
                body = []
            case .body(let bytes):
                body += bytes.readableBytesView
            case .end:
                guard let head else { return }
                let request = Request(
                    method: head.method, path: head.uri, headers: head.headers, body: body, connection: connection)
                (head.method == .HEAD ? server.probes : server.requests).append(request)
                let answer = head.method == .HEAD ? .status(405) : server.answer.withLock { $0 }
                reply(answer, context: context)
            }
        }

        private func reply(_ answer: Answer, context: ChannelHandlerContext) {
            func head(_ status: UInt, _ headers: [(String, String)], length: Int) {
                var headers = HTTPHeaders(headers)
                if status != 204 { headers.add(name: "content-length", value: String(length)) }
                let head = HTTPResponseHead(
                    version: .http1_1, status: .init(statusCode: Int(status)), headers: headers)
                context.write(wrapOutboundOut(.head(head)), promise: nil)
            }
            switch answer {
            case .status(let status, let headers, let body):
                head(status, headers, length: body.utf8.count)
                if !body.isEmpty {
                    context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: body)))), promise: nil)
                }
                context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
            case .silence:
                break
            case .close:
                context.close(promise: nil)
            case .closeHalfway:
                head(200, [], length: 1_000)
                context.writeAndFlush(
                    wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: "half")))), promise: nil)
                context.close(promise: nil)
            case .headAndSilence:
                head(200, [], length: 1_000)
                context.flush()
            case .garbage:
                let channel = context.channel
                channel.pipeline.context(handlerType: HTTPResponseEncoder.self).whenSuccess { encoder in
                    encoder.writeAndFlush(NIOAny(ByteBuffer(string: "SSH-2.0-none\r\n\r\n")), promise: nil)
                }
            }
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            context.close(promise: nil)
        }
    }
}

extension EventLoopGroup where Self == MultiThreadedEventLoopGroup {
    static var singletonMultiThreadedEventLoopGroup: MultiThreadedEventLoopGroup { .singleton }
}

/// Runs a responder for the time of the body.
func withResponder<Result>(
    tls: TLSConfiguration? = nil, answer: ResponderServer.Answer = .status(204),
    _ body: (ResponderServer) async throws -> Result
) async throws -> Result {
    let server = try ResponderServer(tls: tls, answer: answer)
    try await server.start()
    do {
        let result = try await body(server)
        await server.stop()
        return result
    } catch {
        await server.stop()
        throw error
    }
}
