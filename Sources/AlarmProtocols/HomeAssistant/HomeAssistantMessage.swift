/// Something to publish for Home Assistant, always retained. An empty payload takes back what was kept.
package struct HomeAssistantMessage: Hashable, Sendable {
    package var topic: String
    package var payload: [UInt8]

    package init(topic: String, payload: [UInt8]) {
        self.topic = topic
        self.payload = payload
    }
}
