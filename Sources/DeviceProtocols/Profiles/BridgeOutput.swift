/// What Zigbee2MQTT publishes (`advanced.output`).
package enum BridgeOutput: String, Codable, CaseIterable, Sendable {
    /// One message for each device.
    case json
    /// One topic for each property.
    case attribute
    /// Both; the topics only repeat the message.
    case attributeAndJSON = "attribute_and_json"
}
