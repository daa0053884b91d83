internal import GatewayCore

/// Rules about beds, doors, outings, bodies and habits.
extension SimulatedHome {
    static let night = DayWindow(from: TimeOfDay(minutes: 22 * 60), to: TimeOfDay(minutes: 7 * 60))
    /// Begins when the quiet end of a life is nearly over, so that what it holds back is too young to be asked for.
    static let quietHours = DayWindow(from: TimeOfDay(minutes: 23 * 60), to: TimeOfDay(minutes: 6 * 60))
    static let bedLeftWithin = Duration.minutes(40)
    static let homeLeftWithin = Duration.hours(6)
    static let bathroomHold = Duration.minutes(45)
    static let chairHold = Duration.hours(3)
    /// When somebody should be in bed, and until when it matters.
    static let bedtime = DayWindow(from: TimeOfDay(minutes: 23 * 60 + 30), to: TimeOfDay(minutes: 6 * 60))
    static let pulseRule = RuleID("pulse")
    static let pulse = (above: Quantity(thousandths: 88_000), below: Quantity(thousandths: 52_000))
    static let fever = Quantity(thousandths: 37_600)
    static let scoreValidFor = Duration.hours(12)
    /// What the early warning score is made of.
    static let observations: [Capability] = [
        .respiratoryRate, .oxygenSaturation, .supplementalOxygen, .systolicPressure, .heartRate, .consciousnessReduced,
        .bodyTemperature,
    ]
    static let baselineDays = 14
    private static let wanderingHours = DayWindow(from: TimeOfDay(minutes: 22 * 60), to: TimeOfDay(minutes: 6 * 60))

    var lifeRules: [any Rule] { (placeRules + healthRules).compactMap { $0 } }

    private var placeRules: [(any Rule)?] {
        [
            rule(
                "not_returned", "back-in-bed",
                ["devices": .devices([Self.bed]), "within": .duration(Self.bedLeftWithin)], window: Self.night),
            rule(
                "not_returned", "back-home",
                ["place": .choice("home"), "within": .duration(Self.homeLeftWithin)]),
            rule(
                "occupied_too_long", "long-in-bathroom",
                [
                    "devices": .devices([Self.bathMotion]), "door": .devices([Self.bathDoor]),
                    "hold": .duration(Self.bathroomHold),
                ]
            ) { $0.clearsAfter = .minutes(2) },
            rule(
                "occupied_too_long", "long-in-chair",
                ["devices": .devices([Self.chair]), "hold": .duration(Self.chairHold)]
            ) { $0.modes = [.home, .night] },
            rule(
                "not_in_bed_by", "bedtime",
                ["devices": .devices([Self.bed]), "by": .time(Self.bedtime.from), "until": .time(Self.bedtime.to)]
            ) { $0.mutedBy = [RuleID("back-home")] },
            rule(
                "wandering", "out-at-night",
                ["doors": .devices([Self.door]), "devices": .devices(Self.motions + [Self.bed])],
                window: Self.wanderingHours),
        ]
    }

    private var healthRules: [(any Rule)?] {
        [
            rule(
                "vital_sign", Self.pulseRule.name,
                [
                    "devices": .devices([Self.monitor]), "capability": .capability(.heartRate),
                    "above": .quantity(Self.pulse.above), "below": .quantity(Self.pulse.below),
                    "within": .duration(.days(4)),
                ]),
            rule(
                "vital_sign", "fever",
                [
                    "devices": .devices([Self.monitor]), "capability": .capability(.bodyTemperature),
                    "above": .quantity(Self.fever), "readings": .count(1),
                ]),
            rule(
                "early_warning", "score",
                ["devices": .devices([Self.monitor]), "valid_for": .duration(Self.scoreValidFor)]),
            rule(
                "baseline", "goes-out-otherwise",
                [
                    "devices": .devices([Self.door] + Self.motions), "measure": .choice("outings"),
                    "over": .duration(.days(3)), "baseline_days": .count(Self.baselineDays),
                    "change_percent": .count(10),
                ]),
        ]
    }
}
