struct ShellyOutputShape: Shape {
    let about: ShapeHeading

    init(_ generation: String) {
        about = ShapeHeading("\(generation) output", "A relay of a \(generation).")
    }

    let intake = Setting.reference("intake", to: "intake", "The broker.").unless("the only one")
    let device = Setting.text(
        "device", limit: SettingsLimits.topicLength, "As it calls itself in its topics: `shellyplug-s-7C87CE`."
    ).required()
    let relay = Setting.integer("relay", SettingsLimits.relays, "Which, from 0.").usually(0)
}
