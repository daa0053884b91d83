/// A convention that many devices speak.
package enum Dialect: String, Codable, CaseIterable, Sendable {
    case zigbee2mqtt
    case rfxtrx
    case enOcean = "enocean"
    /// One JSON object a line on a serial port, or one a message on a topic.
    case json
}
