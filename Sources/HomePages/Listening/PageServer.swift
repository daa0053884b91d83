import GatewayCore
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle

/// Offers a router's pages on an address until its task is cancelled.
struct PageServer {
    var listen: ListenAddress
    var router: Router<PageContext>
    var logger: Logger

    /// The pages as an application, for tests that need no server.
    func application() -> some ApplicationProtocol {
        Application(router: router, server: http, logger: logger)
    }

    /// Returns when the task is cancelled or asked to shut down gracefully.
    ///
    /// Hummingbird's `Application` keeps a clock that wakes the process every second, for the `Date` header. A
    /// gateway that nobody asks sleeps, so its server is run as it is (RFC 9110, section 6.6.1: an origin
    /// server without a reliable clock sends no `Date`).
    ///
    /// - Throws: when the address cannot be listened on.
    func run(started: @escaping @Sendable (Int) -> Void) async throws {
        let responder = router.buildResponder()
        let logger = logger
        let server = try http.buildServer(
            configuration: ServerConfiguration(
                address: .hostname(listen.host, port: listen.port),
                availableConnectionsDelegate: MaximumAvailableConnections(PageLimits.connections, logger: logger)),
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
            logger: logger
        ) { request, writer, channel in
            let context = PageContext(source: ApplicationRequestContextSource(channel: channel, logger: logger))
            let response: Response
            do {
                response = try await responder.respond(to: request, context: context)
            } catch {
                logger.debug("page failed", metadata: ["error": "\(error)"])
                response = Response(status: .internalServerError)
            }
            try await writer.write(response: response.head, body: response.body)
        } onServerRunning: { channel in
            if let port = channel.localAddress?.port { started(port) }
        }
        try await ServiceGroup(configuration: .init(services: [server], logger: logger)).run()
    }

    private var http: HTTPServerBuilder {
        .http1(
            configuration: .init(
                idleTimeout: .nanoseconds(PageLimits.idleConnection.nanoseconds),
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: PageLimits.headerBytes,
                    maxHeaderListSize: PageLimits.headerBytes,
                    maxHeaderFieldCount: PageLimits.headerFields)))
    }
}
