import AlarmProtocols
import GatewayCore
import NIOCore
import NIOPosix

/// The connection to a receiver.
struct DC09Line: Sendable {
    private let channel: any NIOCore.Channel

    var isOpen: Bool { channel.isActive }

    /// - Throws: why nobody is there; within the timeout, name look-up included.
    static func open(
        host: String, port: Int, on group: any EventLoopGroup, timeout: Duration
    ) async throws(DC09LineError) -> DC09Line {
        do {
            let channel = try await ClientBootstrap(group: group)
                .connectTimeout(.nanoseconds(max(1, timeout.nanoseconds)))
                .channelOption(.tcpOption(.tcp_nodelay), value: 1)
                // A path that died without a word is noticed even where polls are off.
                .channelOption(.socketOption(.so_keepalive), value: 1)
                .channelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(DC09LineHandler())
                    }
                }
                .connect(host: host, port: port).get()
            return DC09Line(channel: channel)
        } catch {
            throw .unreachable(reason: reason(for: error))
        }
    }

    /// Sends a frame and waits for its verdict.
    func ask(
        _ frame: [UInt8], timeout: Duration,
        judge: @escaping @Sendable (DC09Deframer.Item) -> DC09Verdict?
    ) async throws(DC09LineError) -> DC09Verdict {
        let reply = channel.eventLoop.makePromise(of: DC09Verdict.self)
        let question = DC09Question(
            frame: frame, judge: judge, timeout: .nanoseconds(max(1, timeout.nanoseconds)), reply: reply)
        channel.writeAndFlush(question).whenFailure { _ in reply.fail(DC09LineError.closed) }
        do {
            return try await reply.futureResult.get()
        } catch {
            throw error as? DC09LineError ?? .closed
        }
    }

    func close() {
        channel.close(promise: nil)
    }

    private static func reason(for error: any Error) -> String {
        switch error {
        case let error as NIOConnectionError where error.connectionErrors.isEmpty:
            "The receiver's name \(error.host) could not be found."
        case ChannelError.connectTimeout:
            "The receiver could not be reached in time."
        default:
            "The receiver could not be reached."
        }
    }
}
