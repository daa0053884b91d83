struct HomieOutputShape: Shape {
    let about = ShapeHeading("Homie output", "A settable property of a Homie device that is true or false.")

    let intake = Setting.reference("intake", to: "intake", "The broker.").unless("the only one")
    let device = Setting.text("device", limit: SettingsLimits.topicLength, "The device's id.").required()
    let node = Setting.text("node", limit: SettingsLimits.topicLength, "The node's id.").required()
    let property = Setting.text("property", limit: SettingsLimits.topicLength, "The property's id.").required()
    let version = Setting.integer("version", 4...5, "Of the convention.").usually(5)
}
