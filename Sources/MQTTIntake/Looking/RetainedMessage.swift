/// What a broker keeps under a topic.
package struct RetainedMessage: Hashable, Sendable {
    package var topic: String
    package var bytes: [UInt8]

    package init(topic: String, bytes: [UInt8]) {
        self.topic = topic
        self.bytes = bytes
    }
}
