internal import GatewayCore

extension SimulatedHome {
    static func leftOpenHold(_ variant: Int) -> Duration { variant == 1 ? .minutes(5) : .minutes(10) }
    static let inactivityAfter = Duration.hours(10)
    /// A fall of temperature by so much within so long.
    static let rate = (by: Quantity(thousandths: 6_000), within: Duration.hours(1))

    static let mainsHold = Duration.minutes(5)
    static let weakBelow = Quantity(thousandths: 40_000)
    /// Broken glass and steps in the lounge, so far apart at most.
    static let corroboration = (
        signs: [Signal(DeviceID("back-window"), .glassBreak), Signal(loungeMotion, .motion)],
        within: Duration.minutes(10)
    )
    /// The stove is turned off again so soon.
    static let followedWithin = Duration.hours(1)
    /// In the bathroom more often than this within so long.
    static let walks = (most: 5, within: Duration.hours(2))
    /// When the medicine box should be opened.
    static let morning = DayWindow(from: TimeOfDay(minutes: 7 * 60), to: TimeOfDay(minutes: 10 * 60))

    /// A number's limit as a rule has it.
    struct Limit {
        var rule: RuleID
        var kind: AlertKind
        var capability: Capability
        var isBelow: Bool
        var limit: Quantity
        var clearsAt: Quantity
        var hold: Duration
    }

    static let limits = [
        Limit(
            rule: RuleID("cold"), kind: .temperatureLow, capability: .temperature, isBelow: true,
            limit: Quantity(thousandths: 14_000), clearsAt: Quantity(thousandths: 15_000), hold: .minutes(40)),
        Limit(
            rule: RuleID("hot"), kind: .temperatureHigh, capability: .temperature, isBelow: false,
            limit: Quantity(thousandths: 30_000), clearsAt: Quantity(thousandths: 28_000), hold: .minutes(20)),
        Limit(
            rule: RuleID("damp"), kind: .limitExceeded, capability: .humidity, isBelow: false,
            limit: Quantity(thousandths: 80_000), clearsAt: Quantity(thousandths: 75_000), hold: .hours(1)),
        Limit(
            rule: RuleID("battery"), kind: .batteryLow, capability: .battery, isBelow: true,
            limit: Quantity(thousandths: 15_000), clearsAt: Quantity(thousandths: 25_000), hold: .hours(1)),
    ]

    /// Whether the settings of a number have a rule; all have the others.
    static func hasRule(_ rule: RuleID, _ variant: Int) -> Bool { variant != 3 || rule != RuleID("cold") }

    /// The rules of a number's settings.
    func rules(_ variant: Int) -> [any Rule] {
        let waking = DayWindow(from: TimeOfDay(minutes: 360), to: TimeOfDay(minutes: 1_380))
        let window = Chance.fixed(seed, 3, below: 2) == 0 ? waking : nil
        let rules: [(any Rule)?] = [
            rule("help_call", "pendant", ["devices": .devices([Self.pendant])], preAlert: .seconds(10)),
            rule("help_call", "cord", ["devices": .devices(Self.cords)], preAlert: .zero),
            rule("fall", "fall", ["devices": .devices([Self.pendant])]),
            rule("hazard", "hazards", ["devices": .devices(Self.detectors.map(\.0).uniqued)]),
            rule(
                "left_open", "door",
                ["devices": .devices([Self.door]), "hold": .duration(Self.leftOpenHold(variant))]),
            rule(
                "inactivity", "inactivity",
                ["devices": .devices(Self.motions + [Self.door]), "after": .duration(Self.inactivityAfter)],
                window: window),
            rule("opened", "medicine-box", ["devices": .devices([Self.medicineBox])]),
            rule(
                "rate", "cooling",
                [
                    "devices": .devices([Self.thermometer]), "capability": .capability(.temperature),
                    "falls_by": .quantity(Self.rate.by), "within": .duration(Self.rate.within),
                ]),
        ]
        return rules.compactMap { $0 } + watchfulRules + lifeRules
            + Self.limits.filter { Self.hasRule($0.rule, variant) }.compactMap { rule(of: $0) }
    }

    /// Rules about signs together and things that should follow, and about the devices themselves.
    private var watchfulRules: [any Rule] {
        let walk = Signal(Self.bathMotion, .motion)
        let rules: [(any Rule)?] = [
            rule("tamper", "door-case", ["devices": .devices([Self.door])]),
            rule("mains", "mains", ["devices": .devices([Self.mainsWatch]), "hold": .duration(Self.mainsHold)]),
            rule(
                "weak_signal", "door-link",
                [
                    "devices": .devices([Self.door]), "capability": .capability(.linkQuality),
                    "below": .quantity(Self.weakBelow), "hold": .duration(.minutes(30)),
                ]),
            rule(
                "corroboration", "burglary",
                [
                    "signals": .signals(Self.corroboration.signs),
                    "within": .duration(Self.corroboration.within),
                ]),
            rule(
                "sequence", "stove-forgotten",
                [
                    "first": .signals([Signal(Self.stove, .switchedOn)]),
                    "then": .signals([Signal(Self.stove, .switchedOn, isOn: false)]),
                    "within": .duration(Self.followedWithin),
                ]),
            rule(
                "count", "restless",
                [
                    "signals": .signals([walk]), "more_than": .count(Self.walks.most),
                    "within": .duration(Self.walks.within),
                ]
            ) { $0.isShadow = true },
            rule(
                "missed", "morning-medicine", ["signals": .signals([Signal(Self.medicineBox, .open)])],
                window: Self.morning),
        ]
        return rules.compactMap { $0 }
    }

    private func rule(of limit: Limit) -> (any Rule)? {
        if limit.kind == .batteryLow {
            return rule(
                "battery", limit.rule.name,
                [
                    "devices": .devices([Self.thermometer]), "below": .count(Int(limit.limit.thousandths / 1_000)),
                    "clears_at": .count(Int(limit.clearsAt.thousandths / 1_000)), "hold": .duration(limit.hold),
                    "warn_days": .count(0),
                ])
        }
        return thresholdRule(limit)
    }

    private func thresholdRule(_ limit: Limit) -> (any Rule)? {
        rule(
            "threshold", limit.rule.name,
            [
                "devices": .devices([Self.thermometer]), "capability": .capability(limit.capability),
                limit.isBelow ? "below" : "above": .quantity(limit.limit), "hold": .duration(limit.hold),
                "clears_at": .quantity(limit.clearsAt),
            ])
    }

    /// The kind of the rule that raised an alert; nil for a path's.
    func ruleKind(of alert: Alert) -> String? {
        guard case .rule(let id, _, _) = alert.cause else { return nil }
        return Self.ruleKinds[id] ?? (id.name.hasPrefix("supervision/") ? SilenceRule.kind.name : nil)
    }

    private static let ruleKinds: [RuleID: String] = {
        let rules = SimulatedHome(seed: 0).rules(0)
        return Dictionary(rules.map { ($0.common.id, type(of: $0).kind.name) }) { first, _ in first }
    }()

    func rule(
        _ kind: String, _ id: String, _ values: [String: RuleValues.Value], preAlert: Duration? = nil,
        window: DayWindow? = nil, modifiers: (inout RuleCommon) -> Void = { _ in }
    ) -> (any Rule)? {
        guard let known = RuleRegistry.kind(named: kind) else { return nil }
        let digest = values.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: ";")
        var common = RuleCommon(
            id: RuleID(id), title: id, priority: known.defaultPriority, preAlert: preAlert ?? known.defaultPreAlert,
            window: window, remindsEvery: known.defaultReminder, fingerprint: "\(digest) \(window?.clock ?? "")")
        modifiers(&common)
        return RuleRegistry.make(kind: kind, common: common, values: RuleValues(values, home: Self.devices))
    }
}

extension [DeviceID] {
    fileprivate var uniqued: [DeviceID] {
        reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
