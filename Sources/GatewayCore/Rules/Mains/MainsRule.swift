/// A device or the house runs without mains power.
package struct MainsRule: Rule {
    package static let kind = RuleKind(
        name: "mains",
        summary: "The mains power is lost for longer than the hold.",
        fields: [
            RuleField(
                "devices", .devices(anyOf: [.mainsLost]), isRequired: true,
                "What tells that the mains power is lost, each by itself."),
            RuleField(
                "hold", .duration(.zero ... .days(7)), usually: "5m", "How long it must last before it counts."),
        ],
        defaultPriority: .fault,
        blindness: "nobody is told when the mains power is lost"
    )

    /// Most cuts are over sooner, and the gateway's own battery outlasts it.
    private static let defaultHold = Duration.minutes(5)

    package let common: RuleCommon
    private let devices: [Device]
    private let hold: Duration
    private let gap: GapHandling

    package init(common: RuleCommon, values: RuleValues) {
        self.common = common
        devices = values.devices("devices")
        hold = values.duration("hold") ?? Self.defaultHold
        gap = common.gap ?? Self.kind.defaultGap
    }

    package var watched: [WatchedCapability] { devices.map { WatchedCapability($0.id, .mainsLost) } }

    package func begin() -> DeviceConditions { DeviceConditions() }

    package func observe(
        _ observation: Observation, _ state: inout DeviceConditions, _ context: RuleContext
    ) -> [Finding] {
        state.observe(observation, .mainsLost, hold: hold, gap: gap, context)
    }

    package func deadline(_ state: DeviceConditions, _ context: RuleContext) -> BootTime? {
        state.deadline(hold: hold)
    }

    package func conditions(_ state: DeviceConditions, _ context: RuleContext) -> [ConditionStanding] {
        state.standings(hold: hold, context)
    }
}
