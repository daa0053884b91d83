internal import GatewayCore

struct OutputShape: Shape {
    let about = ShapeHeading(
        "output", "Something in the home that the gateway drives.", exactlyOne: ways)

    static let ways = [
        "mqtt", "speech", "zigbee2mqtt", "shelly_gen1", "shelly_gen2", "tasmota", "esphome", "zwave_js_ui", "homie",
        "rfxtrx", "rflink", "mysensors",
    ]

    let name = Setting.text("name", "As people read and hear it.").unless("its name here")
    let kind = Setting.choice("kind", OutputKind.self, "What it is to the people in the home.")
    let atMost = Setting.duration(
        "at_most", SettingsLimits.outputLimits,
        "How long one last action keeps it on at most. With the next round of the ladder it is on again."
    ).unless("for a siren `3m`, else until somebody takes the alert")
    let mqtt = Setting.table("mqtt", MQTTOutputShape(), "It listens to a topic.")
    let speech = Setting.table("speech", SpeechShape(), "It is a program that speaks.")
    let zigbee2mqtt = Setting.table("zigbee2mqtt", Zigbee2MQTTOutputShape(), "Zigbee2MQTT switches it.")
    let shellyGen1 = Setting.table("shelly_gen1", ShellyOutputShape("Shelly Gen1"), "It is a Shelly of the first kind.")
    let shellyGen2 = Setting.table("shelly_gen2", ShellyOutputShape("Shelly Gen2"), "It is a newer Shelly.")
    let tasmota = Setting.table("tasmota", TasmotaOutputShape(), "It runs Tasmota.")
    let esphome = Setting.table("esphome", ESPHomeOutputShape(), "It runs ESPHome.")
    let zwave = Setting.table("zwave_js_ui", ZWaveOutputShape(), "Z-Wave JS UI switches it.")
    let homie = Setting.table("homie", HomieOutputShape(), "It speaks Homie.")
    let rfxtrx = Setting.table("rfxtrx", RFXtrxOutputShape(), "An RFXtrx sends to it.")
    let rflink = Setting.table("rflink", RFLinkOutputShape(), "An RFLink sends to it.")
    let mysensors = Setting.table("mysensors", MySensorsOutputShape(), "It is a node of MySensors.")
    let feedback = Setting.own(
        "feedback", .list(.words(FeedbackStage.allCases.map(\.rawValue)), 0...FeedbackStage.allCases.count),
        "At which stages of a call it tells the person how the call stands."
    ).unless("all for which it has something to say")
}
