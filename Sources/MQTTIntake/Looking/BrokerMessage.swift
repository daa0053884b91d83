/// What a broker keeps under a topic, or what came there while somebody listened.
package struct BrokerMessage: Hashable, Sendable {
    package var topic: String
    package var bytes: [UInt8]
    package var isRetained: Bool

    package init(topic: String, bytes: [UInt8], isRetained: Bool = true) {
        self.topic = topic
        self.bytes = bytes
        self.isRetained = isRetained
    }
}
