internal import GatewayCore

struct SampleShape: Shape {
    let about = ShapeHeading("sample", "A message, and what it must decode to.")

    let payload = Setting.text(
        "payload", limit: SettingsLimits.textLength,
        "The message: JSON, a line, a telegram, or the hexadecimal digits of a frame."
    ).required()
    let suffix = Setting.text("suffix", "What follows the device's topic, such as `/availability`.")
    let retained = Setting.flag("retained", "The broker sent it from its memory.").usually(false)
    let expected = Setting.table("expect", ExpectedShape(Capability.allCases), "What it tells; `{}` for nothing.")
        .required("`{}` for nothing")
}
