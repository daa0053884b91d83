internal import GatewayCore

struct FieldShape: Shape {
    let about = ShapeHeading("field", "What one value of a message means.", exactlyOne: ["event", "state", "number"])

    let path = Setting.text(
        "path", "Where the value stands: a JSON pointer (`/action`), or a field of a frame or line (`status`)."
    ).required()
    let event = FieldShape.capability("event", .event, "What happened, when the value is one of `when`.")
    let state = FieldShape.capability("state", .state, "The state that it tells.")
    let number = FieldShape.capability("number", .number, "What it measures.")
    let when = FieldShape.literals("when", "The values at which the event happens.")
    let trueWhen = FieldShape.literals("true_when", "The values at which the state is true.").unless("`true`")
    let falseWhen = FieldShape.literals("false_when", "The values at which the state is false.").unless("`false`")
    let mask = Setting.own(
        "mask", .text(limit: SettingsLimits.nameLength), "Which bits of a number count; with `equals`.")
    let equals = Setting.own("equals", .text(limit: SettingsLimits.nameLength), "What those bits are then.")
    let scale = Setting.quantity("scale", "The number times this is in the capability's own unit.").unless("`1`")

    private static func capability(_ name: String, _ kind: Capability.Kind, _ summary: String) -> Setting<String?> {
        let words = Capability.allCases.filter { $0.kind == kind }.map(\.rawValue)
        return Setting<String?>(name, .words(words), summary) {
            $1.reading.text($0.value, name: $0.key, limit: SettingsLimits.nameLength)
        }
    }

    private static func literals(_ name: String, _ summary: String) -> Setting<Value.Pair?> {
        Setting.own(name, .some(.text(limit: SettingsLimits.nameLength)), summary)
    }
}
