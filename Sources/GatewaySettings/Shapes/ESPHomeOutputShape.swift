struct ESPHomeOutputShape: Shape {
    let about = ShapeHeading("ESPHome output", "A switch of a device with ESPHome.")

    let intake = Setting.reference("intake", to: "intake", "The broker.").unless("the only one")
    let prefix = Setting.text("topic_prefix", limit: SettingsLimits.topicLength, "Its topic prefix.").required()
    let switchName = Setting.text("switch", limit: SettingsLimits.topicLength, "The switch's object id.").required()
}
