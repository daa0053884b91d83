struct ZWaveOutputShape: Shape {
    let about = ShapeHeading("Z-Wave output", "A switch that Z-Wave JS UI switches.")

    let intake = Setting.reference("intake", to: "intake", "The broker.").unless("the only one")
    let prefix = Setting.text("prefix", limit: SettingsLimits.topicLength, "The prefix of its topics.")
        .unless("`zwave`")
    let node = Setting.text(
        "node", limit: SettingsLimits.topicLength,
        "Its number where topics are by value id, else its name, with its location before it: `hall/siren`."
    ).required()
    let endpoint = Setting.integer("endpoint", SettingsLimits.relays, "Which, from 0.").usually(0)
}
