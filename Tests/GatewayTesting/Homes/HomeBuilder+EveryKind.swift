internal import GatewayCore

extension HomeBuilder {
    /// A home with a rule of every kind, and each modifier on some of them.
    package static func everyKind() -> HomeBuilder {
        var home = HomeBuilder()
        home.addEveryDevice()
        home.addSafetyRules()
        home.addPlaceRules()
        home.addRoutineRules()
        home.addHealthRules()
        home.acknowledgementHolds = [.emergency: .minutes(10)]
        home.visitors = [Visitor(id: VisitorID("carer"), name: "The morning carer", stay: .hours(1))]
        home.night = DayWindow(from: TimeOfDay(minutes: 22 * 60), to: TimeOfDay(minutes: 7 * 60))
        return home
    }

    private mutating func addEveryDevice() {
        if let door = devices.firstIndex(where: { $0.id == DeviceID("door") }) { devices[door].isEntrance = true }
        var tag = Self.device("tag", [.buttonPress, .tamper])
        tag.visitor = VisitorID("carer")
        devices += [
            Self.device("bracelet", [.fall, .battery], resident: "margaret"),
            Self.device("bed", [.bedOccupied], resident: "margaret"),
            Self.device("chair", [.chairOccupied], supervision: .report(silentAfter: .hours(2))),
            Self.device("kettle", [.switchedOn, .linkQuality]),
            Self.device("dispenser", [.medicineTaken]),
            Self.device("supply", [.mainsLost]),
            Self.device("bath-motion", [.motion], room: "bathroom"),
            Self.device("bath-door", [.open], room: "bathroom"),
            Self.device(
                "monitor",
                [
                    .heartRate, .respiratoryRate, .oxygenSaturation, .supplementalOxygen, .systolicPressure,
                    .consciousnessReduced, .bodyTemperature,
                ], resident: "margaret"),
            tag,
        ]
    }

    private mutating func addSafetyRules() {
        addHelpCall()
        addHazard()
        addRule("fall", values: ["devices": Self.named("bracelet")])
        addRule("mains", values: ["devices": Self.named("supply")])
        addRule("tamper", values: ["devices": Self.named("tag")])
        addRule("battery", values: ["devices": Self.named("bracelet")])
        addRule("silence", values: ["devices": Self.named("bed"), "after": .duration(.hours(3))]) {
            $0.mutedBy = [RuleID("mains")]
        }
        addRule(
            "weak_signal",
            values: [
                "devices": Self.named("kettle"), "capability": .capability(.linkQuality),
                "below": .quantity(Quantity(thousandths: 30_000)), "hold": .duration(.hours(1)),
            ])
    }

    private mutating func addPlaceRules() {
        addRule(
            "left_open", values: ["devices": Self.named("door", "bath-door"), "hold": .duration(.minutes(5))]
        ) { common in
            common.clearsAfter = .minutes(3)
            common.gap = .pause
            common.mutedBy = [RuleID("threshold")]
        }
        addRule("opened", values: ["devices": Self.named("door")]) { $0.modes = [.night, .away] }
        addRule("not_returned", values: ["devices": Self.named("bed"), "within": .duration(.minutes(30))]) {
            $0.window = DayWindow(from: TimeOfDay(minutes: 22 * 60), to: TimeOfDay(minutes: 6 * 60))
        }
        addRule("occupied_too_long", values: ["devices": Self.named("chair"), "hold": .duration(.hours(4))]) {
            $0.gap = .restart
        }
        addRule("not_in_bed_by", values: ["devices": Self.named("bed"), "by": .time(TimeOfDay(minutes: 23 * 60))])
        addRule(
            "wandering", values: ["doors": Self.named("door"), "devices": Self.named("motion", "bath-motion")]
        ) { $0.window = DayWindow(from: TimeOfDay(minutes: 22 * 60), to: TimeOfDay(minutes: 6 * 60)) }
    }

    private mutating func addRoutineRules() {
        addInactivity(
            after: .hours(5), window: DayWindow(from: TimeOfDay(minutes: 420), to: TimeOfDay(minutes: 1_320)))
        addRule("missed", values: ["signals": .signals([Signal(DeviceID("dispenser"), .medicineTaken)])]) {
            $0.window = DayWindow(from: TimeOfDay(minutes: 8 * 60), to: TimeOfDay(minutes: 10 * 60))
        }
        addRule(
            "count",
            values: [
                "signals": .signals([Signal(DeviceID("bath-motion"), .motion)]), "more_than": .count(3),
                "within": .duration(.hours(2)),
            ])
        addRule(
            "corroboration",
            values: [
                "signals": .signals([Signal(DeviceID("door"), .open), Signal(DeviceID("motion"), .motion)]),
                "within": .duration(.minutes(2)),
            ]
        ) { $0.isShadow = true }
        addRule(
            "sequence",
            values: [
                "first": .signals([Signal(DeviceID("kettle"), .switchedOn)]),
                "then": .signals([Signal(DeviceID("motion"), .motion)]), "within": .duration(.minutes(20)),
            ])
    }

    private mutating func addHealthRules() {
        addCold(hold: .minutes(30))
        addRule(
            "rate",
            values: [
                "devices": Self.named("thermometer"), "capability": .capability(.temperature),
                "falls_by": .quantity(Quantity(thousandths: 5_000)), "within": .duration(.hours(1)),
            ])
        addRule(
            "vital_sign",
            values: [
                "devices": Self.named("monitor"), "capability": .capability(.heartRate),
                "above": .quantity(Quantity(thousandths: 110_000)),
            ])
        addRule("early_warning", values: ["devices": Self.named("monitor")])
        addRule("baseline", values: ["devices": Self.named("motion", "bath-motion"), "measure": .choice("activity")])
    }

    private static func named(_ ids: String...) -> RuleValues.Value {
        .devices(ids.map { DeviceID($0) })
    }
}
