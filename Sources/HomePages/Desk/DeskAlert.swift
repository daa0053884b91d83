import AlarmProtocols
import GatewayCore

/// One alert as the desk knows it.
struct DeskAlert: Sendable {
    /// Names it on pages and in addresses: the home and the alert, each percent-encoded.
    let key: String
    /// What the newest of its messages says.
    var message: AlertMessage
    /// How late that message said it was.
    var late: Duration?
    /// Where it is answered, from the newest message that said so.
    var links: AnswerLinks?
    /// Oldest first; at most `PageLimits.deskDeliveries`.
    var deliveries: [DeskDelivery]
    /// When the first message came, by the desk's clock.
    let arrived: WallTime
    /// Grows with every change of what is shown.
    var version: Int
    /// What became of the newest answer that was given on the desk.
    var answer: DeskAnswer?

    init(_ envelope: AlertEnvelope, delivery: DeskDelivery) {
        key = Self.key(of: envelope.message)
        message = envelope.message
        late = envelope.late
        links = envelope.answer
        deliveries = [delivery]
        arrived = delivery.received
        version = 1
    }

    static func key(of message: AlertMessage) -> String {
        "\(message.home.percentEncodedForPath)~\(message.alert.description.percentEncodedForPath)"
    }

    /// Nothing is to be done about it any more.
    var hasEnded: Bool { message.state == "closed" || message.state == "cancelled" }

    var isTaken: Bool { message.state == "acknowledged" }
}
