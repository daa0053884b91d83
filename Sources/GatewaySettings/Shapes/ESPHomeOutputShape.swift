struct ESPHomeOutputShape: Shape {
    let about = ShapeHeading(
        "ESPHome output", "A switch or a light of a device with ESPHome.", exactlyOne: ["switch", "light"])

    let intake = Setting.reference("intake", to: "intake", "The broker.").unless("the only one")
    let prefix = Setting.text("topic_prefix", limit: SettingsLimits.topicLength, "Its topic prefix.").required()
    let switchName = Setting.text("switch", limit: SettingsLimits.topicLength, "The switch's object id.")
    let light = Setting.text("light", limit: SettingsLimits.topicLength, "The light's object id.")
    let stages = Setting.table(
        "stages", StagesShape("payloads", "The payload for each stage of a call."), "Its payloads.")
}
