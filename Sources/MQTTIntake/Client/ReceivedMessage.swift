/// One PUBLISH packet as it came, copied out of the library's memory.
struct ReceivedMessage {
    var topic: String
    var bytes: [UInt8]
    var isRetained: Bool
    /// MQTT's DUP flag. Only told by a client that watches for it (`ClientOptions.watchesRedelivery`).
    var isRedelivered: Bool
}
