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
    /// One JSON object a line on a serial port, or one message on topics of the device's own.
    case json
}
