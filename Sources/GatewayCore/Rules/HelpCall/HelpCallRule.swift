/// Somebody pressed for help.
package struct HelpCallRule: Rule {
    /// A press is an event: there is nothing to remember.
    package struct State: RuleState {
        package init() {}
    }

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

    package func begin() -> State { State() }

    package func observe(_ observation: Observation, _ state: inout State, _ context: RuleContext) -> [Finding] {
        guard case .reading(let reading, _) = observation, reading.value == .happened else { return [] }
        let change: Finding.Change = reading.capability == .cancel ? .cancelled : .happened
        return [
            Finding(
                change, .helpCall, device: reading.device, happened: reading.happenedAt, evidence: [reading],
                isTest: reading.capability == .testPress, isRedelivered: reading.isRedelivered)
        ]
    }

    package func deadline(_ state: State, _ context: RuleContext) -> BootTime? { nil }
}
