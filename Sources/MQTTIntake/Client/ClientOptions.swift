internal import GatewayCore

/// What one MQTT client needs to know before it connects.
struct ClientOptions {
    var clientID: String
    var version: BrokerConnection.Version
    var user: String?
    var password: Secret?
    var tls: TLSFiles?
    /// The broker publishes it when the connection ends without a goodbye.
    var will: Will?
    /// QoS 1 messages the broker may have under way to us (MQTT 5.0, 3.1.2.11.3).
    var receiveMaximum: Int32
    /// Tell of each message whether it was sent before. Costs a formatted line per message.
    var watchesRedelivery: Bool
    /// The broker keeps what comes for this client while it is away.
    var keepsSession = true
    /// Bytes of one message; larger ones are counted and left out.
    var messageBytes = Limits.arrivalBytes

    struct Will {
        var topic: String
        var payload: String
    }
}
