internal import GatewayCore

struct SampleShape: Shape {
    let about = ShapeHeading("sample", "A message, and what it must decode to.")

    let payload = Setting.text(
        "payload", limit: SettingsLimits.textLength,
        "The message: JSON, a line, a telegram, or the hexadecimal digits of a frame."
    ).required()
    let topic = Setting.text(
        "topic", limit: SettingsLimits.topicLength, "Where it comes, below the device's own topic."
    ).unless("the dialect's main topic, or that of the first field")
    let suffix = Setting.text("suffix", "What follows the device's topic, such as `/availability`.")
    let retained = Setting.flag("retained", "The broker sent it from its memory.").usually(false)
    let follows = Setting.duration(
        "follows", SettingsLimits.samplePauses, "It comes this long after the sample before, to the same gateway."
    ).unless("it comes first of all, to a gateway that knows nothing yet")
    let refused = Setting.integer("refused", 0...SettingsLimits.profileFields, "How many of its values are refused.")
        .usually(0)
    let expected = Setting.table("expect", ExpectedShape(Capability.allCases), "What it tells; `{}` for nothing.")
        .required("`{}` for nothing")
}
