/// Somebody opens a device's case, or tears it from its place.
package struct TamperRule: Rule {
    package static let kind = RuleKind(
        name: "tamper",
        summary: "A device's case is opened, or it is taken from its place.",
        fields: [
            RuleField("devices", .devices(anyOf: [.tamper]), isRequired: true, "The devices, each by itself."),
            RuleField(
                "hold", .duration(.zero ... .days(1)), usually: "0s", "How long it must last before it counts."),
        ],
        defaultPriority: .fault,
        blindness: "nobody is told when it is tampered with"
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

    /// The rule that every device with a tamper contact has without asking.
    init(watching device: Device) {
        common = RuleCommon(impliedFor: device, "tamper", title: "Tamper contact")
        devices = [device]
        hold = .zero
        gap = Self.kind.defaultGap
    }

    package var watched: [WatchedCapability] { devices.map { WatchedCapability($0.id, .tamper) } }

    package func begin() -> DeviceConditions { DeviceConditions() }

    package func observe(
        _ observation: Observation, _ state: inout DeviceConditions, _ context: RuleContext
    ) -> [Finding] {
        state.observe(observation, .tamper, hold: hold, gap: gap, context)
    }

    package func deadline(_ state: DeviceConditions, _ context: RuleContext) -> BootTime? {
        state.deadline(hold: hold)
    }

    package func conditions(_ state: DeviceConditions, _ context: RuleContext) -> [ConditionStanding] {
        state.standings(hold: hold, context)
    }
}
