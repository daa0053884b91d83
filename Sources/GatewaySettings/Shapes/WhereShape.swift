internal import GatewayCore

struct WhereShape: Shape {
    let about = ShapeHeading("where", "What else must stand in the message for a field to be meant.")

    let path = Setting.text("path", "Where the other value stands.").required()
    let equals = Setting.own(
        "equals", .some(.text(limit: SettingsLimits.nameLength)), "What it must be; of several, one of them."
    ).required()
}
