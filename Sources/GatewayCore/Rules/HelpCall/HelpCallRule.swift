/// Somebody pressed for help.
package struct HelpCallRule: Rule {
    package static let kind = RuleKind(
        name: "help_call",
        summary: "A press of a pendant, cord or help button calls for help.",
        fields: [
            RuleField(
                "devices", .devices(anyOf: [.helpCall]), isRequired: true,
                "The buttons, pendants and cords that call for help.")
        ],
        defaultPriority: .emergency,
        defaultPreAlert: .seconds(10),
        windowUse: .none,
        blindness: "a press for help is not heard"
    )

    package let common: RuleCommon
    private let devices: [Device]

    package init(common: RuleCommon, values: RuleValues) {
        self.common = common
        devices = values.devices("devices")
    }

    package var watched: [WatchedCapability] {
        devices.flatMap { device in
            [.helpCall, .cancel, .testPress]
                .filter { device.capabilities.contains($0) }
                .map { WatchedCapability(device.id, $0) }
        }
    }

    package func begin() -> Memoryless { Memoryless() }

    package func observe(_ observation: Observation, _ state: inout Memoryless, _ context: RuleContext) -> [Finding] {
        Finding.call(.helpCall, in: observation)
    }

    package func deadline(_ state: Memoryless, _ context: RuleContext) -> BootTime? { nil }
}
