import AlarmProtocols
import DemoHome
import GatewayCore
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import Synchronization

/// A responder's service on loopback that behaves as a test says, and keeps account of all it was told.
final class Responder: Sendable {
    enum Answer: Sendable {
        /// 204, after a pause in which the gateway can be killed.
        case accept(after: Duration = .zero)
        case status(UInt, retryAfter: Int? = nil)
        /// Takes the request and says nothing.
        case silence
        /// Promises an answer and closes in the middle of it.
        case closeHalfway
    }

    /// One attempt of the gateway to tell something.
    struct Telling: Sendable {
        /// The last part of the address that was told.
        var contact: String
        /// `webhook-id`.
        var delivery: String
        var message: AlertMessage
        var late: Duration?
        var answer: AnswerLinks?
        var at: ContinuousClock.Instant
        var isAccepted: Bool
        var isSigned: Bool
    }

    private struct State {
        var port = 0
        var answer = Answer.accept()
        var tellings: [Telling] = []
        /// What came and was no alert's message.
        var unreadable = 0
        var secrets: [WebhookSecret] = []
        var listener: (any NIOCore.Channel)?
        var connections: [any NIOCore.Channel] = []
    }

    private let state = Mutex(State())

    /// Listens on the same port each time.
    ///
    /// - Parameter certificate: PEM files of the server's certificate and key; nil for plain HTTP.
    func start(certificate: (file: String, key: String)? = nil) async throws {
        let tls = try certificate.map { certificate in
            let chain = try NIOSSLCertificate.fromPEMFile(certificate.file)
            let key = try NIOSSLPrivateKey(file: certificate.key, format: .pem)
            return try NIOSSLContext(
                configuration: .makeServerConfiguration(
                    certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key)))
        }
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { [self] channel in
                channel.eventLoop.makeCompletedFuture { [self] in
                    state.withLock { $0.connections.append(channel) }
                    let pipeline = channel.pipeline.syncOperations
                    if let tls { try pipeline.addHandler(NIOSSLServerHandler(context: tls)) }
                    try pipeline.configureHTTPServerPipeline()
                    try pipeline.addHandler(ResponderHandler(self))
                }
            }
            .bind(host: "127.0.0.1", port: port).get()
        state.withLock { state in
            state.port = channel.localAddress?.port ?? 0
            state.listener = channel
        }
    }

    /// Refuses connections from now on, and ends those there are.
    func stop() async {
        let (listener, open) = state.withLock { state in
            defer { (state.listener, state.connections) = (nil, []) }
            return (state.listener, state.connections)
        }
        try? await listener?.close().get()
        for channel in open { try? await channel.close().get() }
    }

    var port: Int { state.withLock { $0.port } }

    /// Checks signatures with this from now on.
    func trust(_ secret: String) throws {
        let secret = try WebhookSecret(Secret(secret))
        state.withLock { $0.secrets = [secret] }
    }

    func answer(_ answer: Answer) {
        state.withLock { $0.answer = answer }
    }

    var currentAnswer: Answer { state.withLock { $0.answer } }

    // MARK: - What it was told

    /// All attempts so far, in their order.
    var tellings: [Telling] { state.withLock { $0.tellings } }

    var unreadable: Int { state.withLock { $0.unreadable } }

    /// The first telling that fits, seen already or still to come.
    @discardableResult
    func first(
        _ expected: String, within limit: Duration = patience, where fits: (Telling) -> Bool
    ) async throws -> Telling {
        try await eventually(expected, within: limit) { tellings.first(where: fits) }
    }

    func take(path: String, headers: HTTPHeaders, body: [UInt8], isAccepted: Bool) {
        let at = ContinuousClock.now
        state.withLock { state in
            guard let envelope = try? AlertEnvelope(decoding: body),
                let signature = WebhookHeaders(value: { headers.first(name: $0) })
            else {
                state.unreadable += 1
                return
            }
            let isSigned: Void? = try? WebhookSignature.verify(
                signature, body: body, secrets: state.secrets, now: nil)
            state.tellings.append(
                Telling(
                    contact: path.split(separator: "/").last.map(String.init) ?? "", delivery: signature.id,
                    message: envelope.message, late: envelope.late, answer: envelope.answer, at: at,
                    isAccepted: isAccepted, isSigned: isSigned != nil && envelope.id == signature.id))
        }
    }
}

/// Runs a responder for the length of the body.
func withResponder<Result>(
    certificate: (file: String, key: String)? = nil, _ body: (Responder) async throws -> Result
) async throws -> Result {
    let responder = Responder()
    try await responder.start(certificate: certificate)
    do {
        let result = try await body(responder)
        await responder.stop()
        return result
    } catch {
        await responder.stop()
        throw error
    }
}
