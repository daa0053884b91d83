internal import GatewayCore

// Where the devices of a dialect publish, and where they and their bridges say whether they are there.
extension Dialect {
    /// Whether its devices publish on topics of a broker.
    package var isMQTT: Bool { serialProtocols.isEmpty || self == .json }

    /// Where a field without `topic` stands, relative to the device; nil where each field must say it.
    package var mainTopic: String? {
        switch self {
        case .zigbee2mqtt, .rtl433, .openMQTTGateway, .rfxtrx, .enOcean, .mysensors, .rflink, .dsmr, .cms50, .lines,
            .json:
            ""
        case .homeAssistant: "state"
        case .tasmota: "tele/SENSOR"
        case .shellyGen1, .shellyGen2, .esphome, .zwaveJSUI, .homie: nil
        }
    }

    /// Whether a device may be told from others on its topic by `identity`.
    package var hasIdentities: Bool {
        switch self {
        case .rtl433, .openMQTTGateway, .json: true
        default: false
        }
    }

    /// By which members a message names its device where the profile does not say it.
    package var usualIdentity: [String] { self == .rtl433 ? ["/model", "/id"] : [] }

    /// Whether a bridge in the settings may speak it.
    package var hasBridges: Bool {
        switch self {
        case .zigbee2mqtt, .homeAssistant, .rtl433, .openMQTTGateway, .zwaveJSUI, .homie: true
        case .shellyGen1, .shellyGen2, .tasmota, .esphome, .rfxtrx, .enOcean, .mysensors, .rflink, .dsmr, .cms50,
            .lines, .json:
            false
        }
    }

    /// Where a bridge says that it is there; nil where only its settings can say it.
    package func bridgeStateTopic(base: String) -> String? {
        switch self {
        case .zigbee2mqtt: base + "/bridge/state"
        case .rtl433: base + "/availability"
        case .openMQTTGateway: base + "/LWT"
        case .homie: base + "/$state"
        case .homeAssistant: "homeassistant/status"
        default: nil
        }
    }

    /// Where a device's availability stands, relative to it; nil where its dialect has none.
    package var availabilityTopic: String? {
        switch self {
        case .zigbee2mqtt: "availability"
        case .shellyGen1, .shellyGen2: "online"
        case .tasmota: "tele/LWT"
        case .esphome, .zwaveJSUI: "status"
        case .homie: "$state"
        case .homeAssistant, .rtl433, .openMQTTGateway, .rfxtrx, .enOcean, .mysensors, .rflink, .dsmr, .cms50, .lines,
            .json:
            nil
        }
    }

    /// Tasmota's place for `cmnd`, `stat` and `tele` in a device's topic.
    package static let prefixMark = "%prefix%"

    /// A topic as the broker knows it.
    ///
    /// - Parameter base: the device's own topic. For Tasmota its `FullTopic` with the topic filled in, or the
    ///   topic alone where that is Tasmota's own `%prefix%/%topic%/`.
    package func topic(_ relative: String, of base: String) -> String {
        guard self == .tasmota else { return relative.isEmpty ? base : base + "/" + relative }
        let levels = relative.split(separator: "/", maxSplits: 1)
        let prefix = levels.first.map(String.init) ?? ""
        let rest = levels.count == 2 ? "/" + levels[1] : ""
        let full = base.split(separator: "/").contains(Self.prefixMark[...]) ? base : Self.prefixMark + "/" + base
        let filled = full.split(separator: "/").map { $0 == Self.prefixMark[...] ? prefix[...] : $0 }
        return filled.joined(separator: "/") + rest
    }

    /// Whether what stands there stays, and is sent again without anything having happened.
    ///
    /// - Parameter name: the first member of the value's path; empty for none.
    func stays(topic: String, name: String) -> Bool {
        switch self {
        // Zigbee2MQTT keeps what it publishes and sends it along with everything later; only `action` and its
        // parts are never kept (lib/state.ts).
        case .zigbee2mqtt: name != "action" && !name.hasPrefix("action_")
        case .homeAssistant: topic != "event_type"
        case .shellyGen1: !topic.hasPrefix("input_event/")
        case .shellyGen2: topic.hasPrefix("status/")
        case .tasmota: topic != "stat/RESULT" && topic != "tele/RESULT"
        case .esphome: !topic.hasPrefix("event/")
        // A scene is a press; its value is sent for each.
        case .zwaveJSUI: !topic.hasPrefix("central_scene/") && !topic.hasPrefix("91/")
        case .homie, .rtl433, .openMQTTGateway, .rfxtrx, .enOcean, .mysensors, .rflink, .dsmr, .cms50, .lines, .json:
            false
        }
    }
}
