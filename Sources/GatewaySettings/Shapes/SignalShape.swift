internal import GatewayCore

struct SignalShape: Shape {
    let about = ShapeHeading(
        "signal",
        "What a device tells. Where it tells one thing, its name alone will do; for what happens, such as a press, "
            + "`is` is left out.")

    let device = Setting.text("device", "The device; `all` for each that tells it.").required("the name of a device")
    let capability = Setting.choice("capability", Capability.self, "What it tells.").unless("the only one it tells")
    let side = Setting.flag("is", "Which of the two it must be.").unless("`true`")
}
