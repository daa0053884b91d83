/// A door, window or drawer stays open.
package struct LeftOpenRule: Rule {
    package static let kind = RuleKind(
        name: "left_open",
        summary: "A door, window or drawer stays open for longer than the hold.",
        fields: [
            RuleField("devices", .devices(anyOf: [.open]), isRequired: true, "The contacts, each by itself."),
            RuleField(
                "hold", .duration(.zero ... .days(7)), isRequired: true, "How long it may stay open."),
        ],
        defaultPriority: .urgent,
        blindness: "nobody is called when it stays open"
    )

    package let common: RuleCommon
    private let devices: [Device]
    private let hold: Duration
    private let gap: GapHandling

    package init(common: RuleCommon, values: RuleValues) {
        self.common = common
        devices = values.devices("devices")
        hold = values.duration("hold") ?? .zero
        gap = common.gap ?? Self.kind.defaultGap
    }

    package var watched: [WatchedCapability] { devices.map { WatchedCapability($0.id, .open) } }

    package func begin() -> DeviceConditions { DeviceConditions() }

    package func observe(
        _ observation: Observation, _ state: inout DeviceConditions, _ context: RuleContext
    ) -> [Finding] {
        state.observe(observation, .leftOpen, hold: hold, gap: gap, context)
    }

    package func deadline(_ state: DeviceConditions, _ context: RuleContext) -> BootTime? {
        state.deadline(hold: hold)
    }

    package func conditions(_ state: DeviceConditions, _ context: RuleContext) -> [ConditionStanding] {
        state.standings(hold: hold, context)
    }
}
