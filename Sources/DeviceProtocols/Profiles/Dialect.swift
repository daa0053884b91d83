package import GatewayCore

/// A convention that many devices speak.
package enum Dialect: String, Codable, CaseIterable, Sendable {
    case zigbee2mqtt
    /// States as Home Assistant's `mqtt_statestream` publishes them.
    case homeAssistant = "home_assistant"
    case shellyGen1 = "shelly_gen1"
    case shellyGen2 = "shelly_gen2"
    case tasmota
    case esphome
    case rtl433 = "rtl_433"
    /// OpenMQTTGateway and Theengs Gateway.
    case openMQTTGateway = "openmqttgateway"
    case zwaveJSUI = "zwave_js_ui"
    /// Homie 4 and 5.
    case homie
    case rfxtrx
    case enOcean = "enocean"
    case mysensors
    case rflink
    case dsmr
    /// Contec pulse oximeters, of either version of their protocol.
    case cms50
    /// Lines of `key=value` pairs, or of values between commas, on a serial port.
    case lines
    /// One JSON object a line on a serial port, or one message on topics of the device's own.
    case json

    /// The serial protocols in which its devices are heard; none for what comes over MQTT alone.
    package var serialProtocols: [SerialConnection.SerialProtocol] {
        switch self {
        case .zigbee2mqtt, .homeAssistant, .shellyGen1, .shellyGen2, .tasmota, .esphome, .rtl433, .openMQTTGateway,
            .zwaveJSUI, .homie:
            []
        case .rfxtrx: [.rfxtrx]
        case .enOcean: [.enOcean]
        case .mysensors: [.mysensors]
        case .rflink: [.rflink]
        case .dsmr: [.dsmr]
        case .cms50: [.cms50, .cms50V7]
        case .lines: [.keyValueLines, .csvLines]
        case .json: [.jsonLines]
        }
    }

    init?(of serialProtocol: SerialConnection.SerialProtocol) {
        guard let found = Self.allCases.first(where: { $0.serialProtocols.contains(serialProtocol) }) else {
            return nil
        }
        self = found
    }
}
