import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// Offers a router's pages on an address until its task is cancelled.
struct PageServer {
    var listen: ListenAddress
    var router: Router<PageContext>
    var logger: Logger

    /// The application with its bounds, for running and for tests.
    func application(started: @escaping @Sendable (Int) -> Void = { _ in }) -> some ApplicationProtocol {
        Application(
            router: router,
            server: .http1(
                configuration: .init(
                    idleTimeout: .nanoseconds(PageLimits.idleConnection.components.seconds * 1_000_000_000),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: PageLimits.headerBytes,
                        maxHeaderListSize: PageLimits.headerBytes,
                        maxHeaderFieldCount: PageLimits.headerFields
                    )
                )
            ),
            configuration: .init(
                address: .hostname(listen.host, port: listen.port),
                availableConnectionsDelegate: MaximumAvailableConnections(PageLimits.connections, logger: logger)
            ),
            onServerRunning: { channel in
                if let port = channel.localAddress?.port { started(port) }
            },
            logger: logger
        )
    }

    /// Returns when the task is cancelled or asked to shut down gracefully.
    ///
    /// - Throws: when the address cannot be listened on.
    func run(started: @escaping @Sendable (Int) -> Void) async throws {
        try await application(started: started).run()
    }
}
