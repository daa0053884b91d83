internal import CMosquitto
internal import GatewayCore
internal import Glibc

/// What libmosquitto's callbacks leave behind for the thread that runs the client.
///
/// Callbacks only copy: they run inside the library, with its locks held.
final class ClientMailbox {
    struct Connack {
        /// 0 is accepted. Otherwise 1 to 5 of MQTT 3.1.1 (3.2.2.3) or 128 and up of MQTT 5.0 (3.2.2.2).
        var code: Int32
        var hasSession: Bool
    }

    struct Suback {
        var packet: Int32
        /// Granted QoS, or 128 and up: refused.
        var codes: [Int32]
    }

    struct Puback {
        var packet: Int32
        /// 128 and up: refused. Only MQTT 5 can say so.
        var code: Int32
    }

    var messages: [ReceivedMessage] = []
    var connack: Connack?
    var subacks: [Suback] = []
    var pubacks: [Puback] = []
    /// The reason the broker gave in its DISCONNECT, or the library's.
    var disconnectCode: Int32?
    /// The library's last complaint; it knows more about TLS than its error code says.
    var complaint: String?
    /// Messages refused for their size since the client began.
    var oversized = 0
    private let messageBytes: Int
    /// Counts callbacks that carried something, to know whether a read brought anything.
    private(set) var activity: UInt64 = 0

    private var nextIsRedelivered = false

    /// - Parameter messageBytes: of one message; larger ones are counted and left out.
    init(messageBytes: Int = Limits.arrivalBytes) {
        self.messageBytes = messageBytes
    }

    /// Forgets what belongs to a connection that has ended; messages in hand stay.
    func forgetConnection() {
        connack = nil
        subacks = []
        pubacks = []
        disconnectCode = nil
        complaint = nil
        nextIsRedelivered = false
    }

    // MARK: Callbacks

    func connected(_ connack: Connack) {
        activity &+= 1
        self.connack = connack
    }

    func disconnected(_ code: Int32) {
        activity &+= 1
        // The broker's own reason comes first, the library's complaint about the closed socket after it.
        if disconnectCode == nil { disconnectCode = code }
    }

    func subscribed(_ suback: Suback) {
        activity &+= 1
        subacks.append(suback)
    }

    func published(_ puback: Puback) {
        activity &+= 1
        pubacks.append(puback)
    }

    func received(_ message: borrowing mosquitto_message) {
        activity &+= 1
        let isRedelivered = nextIsRedelivered
        nextIsRedelivered = false
        // Safe: the library gives a topic that ends with a zero and a payload of `payloadlen` bytes, both alive
        // during the callback; they are copied here.
        guard let topic = unsafe message.topic else { return }
        let length = Int(unsafe message.payloadlen)
        guard length >= 0, length <= messageBytes, unsafe strlen(topic) <= MQTTLimits.topicBytes else {
            oversized += 1
            return
        }
        var bytes: [UInt8] = []
        if length > 0, let payload = unsafe message.payload {
            bytes = unsafe Array(UnsafeRawBufferPointer(start: payload, count: length))
        }
        messages.append(
            ReceivedMessage(
                topic: unsafe String(cString: topic), bytes: bytes, isRetained: unsafe message.retain,
                isRedelivered: isRedelivered))
    }

    /// The library's log. Its public message has no DUP flag, but the debug line just before the callback has:
    /// "Client … received PUBLISH (d1, q1, …". A test holds that against the installed library.
    func logged(level: Int32, _ line: UnsafePointer<CChar>) {
        // Safe: the library's line ends with a zero and lives during the callback.
        if level == MOSQ_LOG_DEBUG {
            if unsafe strstr(line, "received PUBLISH (d") != nil {
                nextIsRedelivered = unsafe strstr(line, "received PUBLISH (d1") != nil
            }
        } else if level == MOSQ_LOG_ERR || level == MOSQ_LOG_WARNING {
            complaint = unsafe String(cString: line)
        }
    }
}
