struct TasmotaOutputShape: Shape {
    let about = ShapeHeading("Tasmota output", "A relay of a device with Tasmota, with its usual full topic.")

    let intake = Setting.reference("intake", to: "intake", "The broker.").unless("the only one")
    let topic = Setting.text("topic", limit: SettingsLimits.topicLength, "Its topic in Tasmota's settings.").required()
    let relay = Setting.integer("relay", SettingsLimits.tasmotaRelays, "Which, from 1.").unless("a device with one")
}
