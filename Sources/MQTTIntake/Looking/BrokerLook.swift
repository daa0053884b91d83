package import GatewayCore
internal import LinuxSupport
internal import Synchronization

/// Asks a broker once what it keeps under some topics, and may listen a while for what comes. It publishes
/// nothing, and leaves nothing behind.
package struct BrokerLook: Sendable {
    package enum Outcome: Sendable {
        /// What is kept, and what came while it listened, in order of coming; and how many
        /// messages were too large to be looked at.
        case answered([BrokerMessage], oversized: Int)
        /// Why nothing could be seen, as the end of a sentence.
        case failed(String)
    }

    /// Takes what comes at once, and says when it is enough.
    package struct Listener: Sendable {
        var hear: @Sendable (BrokerMessage) -> Void
        var isOver: @Sendable () -> Bool

        /// Both are called on the look's own thread, and must not wait.
        package init(
            hear: @escaping @Sendable (BrokerMessage) -> Void, isOver: @escaping @Sendable () -> Bool
        ) {
            self.hear = hear
            self.isOver = isOver
        }
    }

    private let connection: BrokerConnection
    private let filters: [String]
    private let limit: Duration
    private let messageBytes: Int
    private let listening: Duration?
    private let listener: Listener?

    /// - Parameters:
    ///   - connection: the broker. Of its client id and topics only the id is used, as it is.
    ///   - filters: what to look under; each asked for at QoS 1.
    ///   - limit: how long all of it may take.
    ///   - messageBytes: larger messages are only counted.
    ///   - listening: how long to listen once the broker has answered, within the limit; nil for what is kept alone.
    ///   - listener: takes what is kept and what comes while it listens, of which the outcome then has nothing.
    package init(
        _ connection: BrokerConnection, filters: [String], limit: Duration, messageBytes: Int = Limits.arrivalBytes,
        listening: Duration? = nil, listener: Listener? = nil
    ) {
        precondition(!filters.isEmpty, "A look needs something to look for.")
        self.connection = connection
        self.filters = filters
        self.limit = limit
        self.messageBytes = messageBytes
        self.listening = listening
        self.listener = listener
    }

    /// Blocks until it is done, at most for the limit and the resolver's time.
    package func run() -> Outcome {
        let answer = Answer()
        BackgroundThread.start(name: "mqtt-look") { answer.outcome.withLock { $0 = look() } }.join()
        return answer.outcome.withLock { $0 } ?? .failed("nothing was seen")
    }

    private final class Answer: Sendable {
        let outcome = Mutex<Outcome?>(nil)
    }

    private func look() -> Outcome {
        let end = ContinuousClock.now + limit
        // With TLS the name itself goes to the library: the certificate is checked against it.
        let hosts = connection.tls == nil ? HostAddresses.resolve(connection.host) : [connection.host]
        var trouble = "its name cannot be resolved"
        for host in hosts {
            do throws(LookingFailure) {
                var session = try LookingSession(
                    connection, messageBytes: messageBytes, until: end, listener: listener)
                return try session.look(at: host, port: connection.port, filters, listening: listening)
            } catch {
                trouble = error.reason
                // Another address of the same broker would refuse the same.
                if error.isFinal { break }
            }
        }
        return .failed(trouble)
    }
}
