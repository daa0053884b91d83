/// An MQTT convention whose messages can be read without a profile.
package enum Convention: String, CaseIterable, Sendable {
    case zigbee2mqtt
    case homeAssistant = "home_assistant"
    case statestream
    case shellyGen1 = "shelly_gen1"
    case shellyGen2 = "shelly_gen2"
    case tasmota
    case esphome
    case rtl433 = "rtl_433"
    case openMQTTGateway = "openmqttgateway"
    case zwaveJSUI = "zwave_js_ui"
    case homie
    case vitalsBLEGateway = "vitals_ble_gateway"
    case json

    /// Other names of the same, as people and test data write them.
    private static let otherNames: [String: Convention] = [
        "ha_discovery": .homeAssistant, "homeassistant": .homeAssistant, "mqtt_statestream": .statestream,
        "theengs_omg": .openMQTTGateway, "theengs": .openMQTTGateway, "omg": .openMQTTGateway,
        "homie4": .homie, "homie5": .homie, "zwave_js": .zwaveJSUI, "zwavejs": .zwaveJSUI,
        "shelly1": .shellyGen1, "shelly2": .shellyGen2, "z2m": .zigbee2mqtt, "rtl433": .rtl433,
    ]

    package init?(named name: String) {
        guard let found = Self(rawValue: name) ?? Self.otherNames[name] else { return nil }
        self = found
    }

    /// Every name that is understood, in order.
    package static var names: [String] {
        (allCases.map(\.rawValue) + otherNames.keys).sorted()
    }
}

extension Convention {
    init?(of dialect: Dialect) {
        self.init(rawValue: dialect == .homeAssistant ? Convention.statestream.rawValue : dialect.rawValue)
    }
}

extension Dialect {
    /// Of what is read by a convention; nil for announcements, by which nothing is enrolled.
    package init?(of convention: Convention) {
        switch convention {
        case .homeAssistant: return nil
        case .statestream: self = .homeAssistant
        case .vitalsBLEGateway: self = .json
        default: self.init(rawValue: convention.rawValue)
        }
    }
}
