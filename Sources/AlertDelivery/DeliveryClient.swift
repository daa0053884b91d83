import AsyncHTTPClient
package import GatewayCore
package import Logging
import NIOCore
package import NIOPosix

/// Owns what the channels share: the event loops and one HTTP client with its kept connections.
package final class DeliveryClient: Sendable {
    let group: any EventLoopGroup
    let http: HTTPClient

    package init(group: MultiThreadedEventLoopGroup = .singleton) {
        self.group = group
        var configuration = HTTPClient.Configuration()
        // Standard Webhooks: "3xx … consider the webhook failed"; a redirect could lead an alarm anywhere.
        configuration.redirectConfiguration = .disallow
        configuration.httpVersion = .http1Only
        configuration.connectionPool.idleTimeout = .nanoseconds(DeliveryLimits.idleConnection.nanoseconds)
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = DeliveryLimits.connectionsPerHost
        // The engine decides about trying again, and what else to try meanwhile.
        configuration.connectionPool.retryConnectionEstablishment = false
        http = HTTPClient(eventLoopGroupProvider: .shared(group), configuration: configuration)
    }

    /// Makes the channel for a connection.
    ///
    /// - Parameter now: the clock, for polls that need a time stamp.
    /// - Throws: what the settings lack.
    package func channel(
        id: ChannelID, connection: GatewayCore.Channel.Connection, now: @escaping @Sendable () -> Moment, logger: Logger
    ) throws(ChannelSettingsError) -> any AlertChannel {
        switch connection {
        case .webhook(let connection):
            try WebhookChannel(id: id, connection: connection, client: self, logger: logger)
        case .dc09(let connection):
            try DC09Channel(id: id, connection: connection, client: self, now: now, logger: logger)
        }
    }

    /// Closes all connections. Attempts under way end as failed.
    package func shutdown() async {
        // Fails only when called twice.
        try? await http.shutdown()
    }
}
