struct BridgeShape: Shape {
    let about = ShapeHeading("bridge", "The long form of a bridge, where its base topic alone would do.")

    let baseTopic = Setting.text("base_topic", limit: SettingsLimits.topicLength, "The topic below which it publishes.")
        .required()
}
