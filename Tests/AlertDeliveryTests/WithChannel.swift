import AlarmProtocols
import GatewayCore

@testable import AlertDelivery

/// Runs the body with a client that is closed afterwards.
func withClient<Result>(_ body: (DeliveryClient) async throws -> Result) async throws -> Result {
    let client = DeliveryClient()
    do {
        let result = try await body(client)
        await client.shutdown()
        return result
    } catch {
        await client.shutdown()
        throw error
    }
}

/// A webhook channel towards a responder, closed afterwards.
func withWebhook<Result>(
    to responder: ResponderServer, authority: String? = nil, answerURL: String? = nil,
    timeout: Duration = .seconds(60), probeInterval: Duration? = nil, scheme: String = "http",
    _ body: (WebhookChannel) async throws -> Result
) async throws -> Result {
    try await withClient { client in
        let connection = WebhookConnection(
            url: "\(scheme)://\(responder.host):\(responder.port)/hook", secret: testSecret, authority: authority,
            answerURL: answerURL, timeout: timeout)
        let channel = try WebhookChannel(
            id: ChannelID("desk"), connection: connection, client: client, probeInterval: probeInterval,
            logger: testLogger)
        let result = try await body(channel)
        await channel.shutdown()
        return result
    }
}

/// A DC-09 channel towards a receiver, closed afterwards.
func withDC09<Result>(
    to receiver: DC09Receiver, key: Secret? = nil, timeout: Duration = .seconds(60),
    pollInterval: Duration? = nil, codes: [AlertKind: Int] = [:],
    _ body: (DC09Channel) async throws -> Result
) async throws -> Result {
    try await withClient { client in
        let connection = DC09Connection(
            host: receiver.host, port: receiver.port, account: "1234", key: key, pollInterval: pollInterval,
            timeout: timeout, codes: codes)
        let channel = try DC09Channel(
            id: ChannelID("centre"), connection: connection, client: client, now: momentNow, logger: testLogger)
        let result = try await body(channel)
        await channel.shutdown()
        return result
    }
}

/// Supervises a channel while the body runs; its path's states are recorded.
func withSupervision<Result>(
    of channel: any AlertChannel, _ body: (Record<PathState>) async throws -> Result
) async throws -> Result {
    let states = Record<PathState>()
    let supervision = Task { await channel.supervise { states.append($0) } }
    do {
        let result = try await body(states)
        supervision.cancel()
        await supervision.value
        return result
    } catch {
        supervision.cancel()
        throw error
    }
}

extension DC09Channel {
    /// True once this many deliveries wait for their turn.
    func waits(for count: Int) async -> Bool {
        let end = ContinuousClock.now + patience
        while waiting < count, ContinuousClock.now < end {
            try? await Task.sleep(for: .milliseconds(2), clock: .continuous)
        }
        return waiting >= count
    }
}
