internal import GatewayCore

/// A rule of one kind: the settings of the kind, which it declares itself, and what every rule can have.
struct RuleShape: Shape {
    let about: ShapeHeading
    let kind: Setting<String?>
    /// The kind's own, in its order.
    let fields: [Setting<Value.Pair?>]
    /// None, and said why, where what is found can cost a life.
    let hold: [Setting<Value.Pair?>]
    /// In place of `devices`, for kinds that have them.
    let rooms: [Setting<References?>]
    let title = Setting.text("title", "What people read: `The front door stands open`.").unless("the rule's name")
    let priority: Setting<Priority?>
    let escalation = Setting.reference("escalation", to: "escalation", "Who is told, in which order.")
        .unless("the ladder of its priority")
    let preAlert: Setting<Duration?>
    let reminders: Setting<Duration?>
    let cancelBySecondPress = Setting.flag(
        "cancel_by_second_press", "A second press of the same button withdraws the first."
    ).usually(false)
    let window: Setting<DayWindow?>
    let modes = Setting.texts(
        "modes", .words(HomeMode.allCases.map(\.rawValue)), "The modes in which it applies."
    ).unless("all")
    let resident = Setting.reference("resident", to: "resident", "Whom it is about.").unless("whose device it is")
    let clearsAfter = Setting.duration(
        "clears_after", SettingsLimits.clearingDelays,
        "How long it must be over before it counts as over, so that what flaps is one alert."
    ).usually(.zero)
    let gap: Setting<GapHandling?>
    let mutedBy = Setting.texts(
        "muted_by",
        "Rules, or paths such as `bridge zigbee`, that cause what this one finds: while one of them has an open alert, "
            + "this one waits.")
    let shadow = Setting.flag("shadow", "It runs and is recorded, and tells nobody. For trying a rule out.")
        .usually(false)
    /// Looked at where the home's rules and those of its packs come together.
    let off = Setting.flag("off", "A rule of a pack that this home does without.").usually(false)

    /// - Parameter kind: nil for what every rule can have, whatever its kind.
    init(_ kind: RuleKind?) {
        let takesRooms = kind?.fields.contains { $0.name == "devices" } ?? true
        let needsDevices = kind?.fields.contains { $0.name == "devices" && $0.isRequired } ?? false
        about = ShapeHeading(
            kind.map { "rule \($0.name)" } ?? "rule", kind?.summary ?? "What every rule can have, whatever its kind.",
            atLeastOne: needsDevices ? ["devices", "rooms"] : [])
        self.kind = Self.kind(kind.map { [$0.name] } ?? [])
        fields = kind?.fields.map(Self.setting) ?? []
        let isTold = kind.map { kind in
            kind.defaultPriority == .emergency && !kind.fields.contains { $0.name == "hold" }
        }
        hold = isTold ?? false ? [Self.hold] : []
        rooms = takesRooms ? [Self.rooms] : []
        priority = Setting.choice("priority", Priority.self, "How much it matters.")
            .unless(kind.map { "`\($0.defaultPriority.rawValue)`" } ?? "its kind's")
        preAlert = Setting.duration(
            "pre_alert", .zero...SettingsLimits.longestPreAlert,
            "The time in which the person can still say that all is well."
        ).unless(kind.map { "`\(DurationText.write($0.defaultPreAlert))`" } ?? "its kind's")
        reminders = Setting.duration(
            "remind_every", SettingsLimits.reminders, "How often the home asks during the pre-alert."
        ).unless(kind.map { $0.defaultReminder.map { "`\(DurationText.write($0))`" } ?? "never" } ?? "its kind's")
        gap = Setting.choice("after_gap", GapHandling.self, "What time without sight means for a running hold.")
            .unless(kind.map { "`\($0.defaultGap.rawValue)`" } ?? "its kind's")
        window = Self.window(kind?.windowUse ?? .gate)
    }

    static func kind(_ names: [String]) -> Setting<String?> {
        let limit = SettingsLimits.nameLength
        let form = names.isEmpty ? Form.text(limit: limit) : .words(names)
        return Setting<String?>("kind", form, "What to watch for.") {
            $1.reading.text($0.value, name: $0.key, limit: limit)
        }.required("possible: " + names.joined(separator: ", "))
    }

    /// Every kind that the gateway has.
    @Sendable static func variants() -> Form.Variants {
        Form.Variants(
            common: ShapeNote(RuleShape(nil)), shapes: RuleRegistry.kinds.map { ShapeNote(RuleShape($0.kind)) })
    }

    private static let hold = Setting.own(
        "hold", .duration(SettingsLimits.clearingDelays), "What it finds is told at once."
    ).refused

    private static let rooms = Setting.references(
        "rooms", to: "room",
        "In place of `devices`, or beside them: all devices of these rooms that can serve the rule.")

    private static func window(_ use: RuleKind.WindowUse) -> Setting<DayWindow?> {
        let window = Setting.window("window", "The part of the day in which it applies; it may cross midnight.")
        switch use {
        case .gate, .own: return window.unless("the whole day")
        case .required: return window.required("a part of the day: `window: 22:00-06:30`")
        case .none: return window.refused
        }
    }

    /// Of one field of a kind. Devices can be missing where there are rooms, which the reader looks at.
    static func setting(of field: RuleField) -> Setting<Value.Pair?> {
        let setting = Setting.own(field.name, form(of: field.shape), field.summary)
        if field.name == "devices", field.isRequired { return setting.unless("the devices of `rooms`") }
        if field.isRequired { return setting.required(field.summary) }
        return field.usual.map { setting.usually(written: $0) } ?? setting
    }

    private static func form(of shape: RuleField.Shape) -> Form {
        switch shape {
        case .devices: .either([.some(.name(of: "device")), group])
        case .duration(let range): .duration(range)
        case .capability(let choices): .words(choices.map(\.rawValue))
        case .quantity: .quantity
        case .difference: .difference
        case .window: .window
        case .flag: .flag
        case .count(let range): .integer(range)
        case .time: .time
        case .choice(let words): .words(words)
        case .signals: .some(.either([.name(of: "device"), .table(signal.note)]))
        case .visitors: .some(.name(of: "visitor"))
        }
    }

    private static let group = Form.pattern(
        "^all( [a-z_]+)?$", words: "`all` that can serve it, `all entrances`, or `all` with a capability")

    static let signal = Declared(SignalShape())
}
