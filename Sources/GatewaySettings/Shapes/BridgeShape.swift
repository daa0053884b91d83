internal import DeviceProtocols

struct BridgeShape: Shape {
    let about = ShapeHeading("bridge", "The long form of a bridge, where its base topic alone would do.")

    let baseTopic = Setting.text("base_topic", limit: SettingsLimits.topicLength, "The topic below which it publishes.")
        .required()
    let dialect = Setting.choice("dialect", Speech.self, "How it and its devices speak.").usually(Speech.zigbee2mqtt)
    let output = Setting.choice(
        "output", BridgeOutput.self, "What Zigbee2MQTT publishes: `advanced.output` of its settings."
    ).usually(BridgeOutput.json)
    let stateTopic = Setting.text(
        "state_topic", limit: SettingsLimits.topicLength, "Where it says that it is there."
    )
    .unless("the dialect's own below `base_topic`; Home Assistant `homeassistant/status`")

    /// The dialects that have bridges.
    enum Speech: String, CaseIterable {
        case zigbee2mqtt
        case homeAssistant = "home_assistant"
        case rtl433 = "rtl_433"
        case openMQTTGateway = "openmqttgateway"
        case zwaveJSUI = "zwave_js_ui"
        case homie

        var dialect: Dialect {
            switch self {
            case .zigbee2mqtt: .zigbee2mqtt
            case .homeAssistant: .homeAssistant
            case .rtl433: .rtl433
            case .openMQTTGateway: .openMQTTGateway
            case .zwaveJSUI: .zwaveJSUI
            case .homie: .homie
            }
        }
    }
}
