internal import DeviceProtocols
internal import GatewayCore

struct FieldShape: Shape {
    let about = ShapeHeading("field", "What one value of a message means.", exactlyOne: ["event", "state", "number"])

    let topic = Setting.texts(
        "topic", limit: SettingsLimits.topicLength,
        "Where it comes, below the device's own topic: `sensor/state`. Several where the same comes under several "
            + "names."
    ).unless("the dialect's main topic")
    let payload = Setting.choice("payload", PayloadForm.self, "How the messages of that topic are written.")
        .unless("`json` where there is a `path`, else what the dialect writes")
    let path = Setting.text(
        "path",
        "Where the value stands: a JSON pointer (`/action`), or a field of a frame or line (`status`). None where "
            + "the whole message is the value."
    ).unless("the whole message, where messages can be one value")
    let event = FieldShape.capability("event", .event, "What happened, when the value is one of `when`.")
    let state = FieldShape.capability("state", .state, "The state that it tells.")
    let number = FieldShape.capability("number", .number, "What it measures.")
    let when = FieldShape.literals("when", "The values at which the event happens.")
    let trueWhen = FieldShape.literals("true_when", "The values at which the state is true.").unless("`true`")
    let falseWhen = FieldShape.literals("false_when", "The values at which the state is false.").unless("`false`")
    let mask = Setting.own(
        "mask", .text(limit: SettingsLimits.nameLength), "Which bits of a number count; with `equals`.")
    let equals = Setting.own("equals", .text(limit: SettingsLimits.nameLength), "What those bits are then.")
    let guards = Setting.own(
        "where", .some(.table(FieldShape.guarding.note)),
        "What else must stand in the same message: `{path: /component, equals: \"input:0\"}`. Of several all must hold."
    )
    let scale = Setting.quantity("scale", "The number times this is in the field's unit.").unless("`1`")
    let offset = Setting.quantity("offset", "What is added then.").unless("`0`")
    let unit = Setting<MeasuredUnit?>("unit", .words(FieldShape.units), "The unit in which the device measures.") {
        FieldShape.unit($0, $1.reading)
    }.unless("the capability's own")
    let range = Setting.own(
        "range", .list(.quantity, 2...2),
        "What this model can measure, in the capability's unit: `[50, 260]`. A value "
            + "outside is refused."
    ).unless("all that the capability can be")
    let group = Setting.text("group", "Fields of one group in one message are taken all or not at all.")
    let counter = Setting.text(
        "counter", "Where the message counts what it tells: the same count again is the same thing, sent again.")
    let stays = Setting.flag(
        "stays",
        "The value of the event stays, and is sent again without anything having happened: only its change "
            + "counts."
    ).unless("what the dialect does there")
    let clearsAfter = Setting.duration(
        "clears_after", SettingsLimits.clearings,
        "The device never says that the state ended: it is taken for ended this long after it was last told.")

    private static let units = MeasuredUnit.allCases.map(\.rawValue)

    /// A word that is near may be quite another unit, so all are named.
    private static func unit(_ pair: Value.Pair, _ reading: Reading) -> MeasuredUnit? {
        guard let text = reading.text(pair.value, name: pair.key, limit: SettingsLimits.nameLength) else { return nil }
        if let unit = MeasuredUnit(rawValue: text) { return unit }
        reading.log.error(
            .unknownWord, pair.value.place, "there is no unit `\(text)`",
            hint: "possible: " + units.joined(separator: ", "))
        return nil
    }

    static let guarding = Declared(WhereShape())

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
