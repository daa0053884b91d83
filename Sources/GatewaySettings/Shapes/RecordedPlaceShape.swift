internal import GatewayCore

struct RecordedPlaceShape: Shape {
    let about = ShapeHeading("recorded place", "What stood at a place of a recorded table.")

    let device = Setting.text("device", "The device.").required()
    let capability = Setting.choice("capability", Capability.self, "What it tells.").unless("the first of all")
}
