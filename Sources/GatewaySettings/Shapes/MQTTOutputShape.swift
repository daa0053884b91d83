internal import GatewayCore

struct MQTTOutputShape: Shape {
    let about = ShapeHeading("topic output", "What is published to make it do something.")

    let intake = Setting.reference("intake", to: "intake", "The broker.").unless("the only one")
    let topic = Setting.text("topic", limit: SettingsLimits.topicLength, "Where it listens.").required()
    let on = Setting.text("on", limit: SettingsLimits.textLength, "The payload that switches it on, for a last action.")
    let off = Setting.text("off", limit: SettingsLimits.textLength, "The payload that switches it off.")
    let stages = Setting.table(
        "stages", StagesShape("payloads", "The payload for each stage of a call."), "Its payloads.")
}
