struct Zigbee2MQTTOutputShape: Shape {
    let about = ShapeHeading("Zigbee output", "Something that Zigbee2MQTT switches.")

    let bridge = Setting.reference("bridge", to: "bridge", "The bridge.").unless("the only one")
    let friendlyName = Setting.text(
        "friendly_name", limit: SettingsLimits.topicLength, "Its name in Zigbee2MQTT."
    ).unless("the output's id")
    let uses = Setting.own(
        "uses", .words(["warning", "state"]),
        "`warning` for the siren of a warning device, which is told for how long it sounds; `state` for what is "
            + "switched on and off, and says that it was."
    ).unless("`warning` for a siren, else `state`")
    let stages = Setting.table(
        "stages", StagesShape("payloads", "The payload for each stage of a call."), "Its payloads.")
}
