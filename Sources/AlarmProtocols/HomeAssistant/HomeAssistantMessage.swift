import FoundationEssentials

/// Something to publish for Home Assistant, always retained. An empty payload takes back what was kept.
package struct HomeAssistantMessage: Hashable, Sendable {
    package var topic: String
    package var payload: [UInt8]

    package init(topic: String, payload: [UInt8]) {
        self.topic = topic
        self.payload = payload
    }

    /// - Precondition: the value holds nothing but texts and whole numbers.
    init(topic: String, json value: some Encodable) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            self.init(topic: topic, payload: try [UInt8](encoder.encode(value)))
        } catch {
            preconditionFailure("Texts and whole numbers are always JSON: \(error)")
        }
    }
}
