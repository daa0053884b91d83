package import GatewayCore

/// A convention that many devices speak.
package enum Dialect: String, Codable, CaseIterable, Sendable {
    case zigbee2mqtt
    case rfxtrx
    case mysensors
    case rflink
    case dsmr
    /// Contec pulse oximeters, of either version of their protocol.
    case cms50
    /// Lines of `key=value` pairs, or of values between commas, on a serial port.
    case lines
    /// One JSON object a line on a serial port, or one a message on a topic.
    case json

    /// The serial protocols in which its devices are heard; none for what comes over MQTT alone.
    package var serialProtocols: [SerialConnection.SerialProtocol] {
        switch self {
        case .zigbee2mqtt: []
        case .rfxtrx: [.rfxtrx]
        case .mysensors: [.mysensors]
        case .rflink: [.rflink]
        case .dsmr: [.dsmr]
        case .cms50: [.cms50, .cms50V7]
        case .lines: [.keyValueLines, .csvLines]
        case .json: [.jsonLines]
        }
    }
}
