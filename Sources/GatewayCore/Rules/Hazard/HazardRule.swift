/// Smoke, heat, carbon monoxide, gas, water or broken glass was detected.
///
/// There is no hold and no pre-alert. A detector that falls silent keeps what it said last: that it comes
/// back smoky is no new fire.
package struct HazardRule: Rule {
    private static let capabilities: [Capability] = Capability.allCases.filter(\.isHazard)

    package static let kind = RuleKind(
        name: "hazard",
        summary: "A detector reports smoke, heat, carbon monoxide, gas, water or broken glass.",
        fields: [
            RuleField(
                "devices", .devices(anyOf: capabilities), isRequired: true, "The detectors.")
        ],
        defaultPriority: .emergency,
        allowsPreAlert: false,
        windowUse: .none,
        blindness: "nobody is called when smoke, gas or water is detected"
    )

    package let common: RuleCommon
    private let devices: [Device]

    package init(common: RuleCommon, values: RuleValues) {
        self.common = common
        devices = values.devices("devices")
    }

    package var watched: [WatchedCapability] {
        devices.flatMap { device in
            device.capabilities.filter(\.isHazard).map { WatchedCapability(device.id, $0) }
        }
    }

    package func begin() -> DeviceConditions { DeviceConditions() }

    package func observe(
        _ observation: Observation, _ state: inout DeviceConditions, _ context: RuleContext
    ) -> [Finding] {
        guard case .reading(let reading, _) = observation, case .state(let isDetected) = reading.value else {
            return []
        }
        var findings: [Finding] = []
        if state.learn(isDetected, from: reading) {
            findings.append(finding(.ended, reading))
        }
        for _ in state.begun(at: context.moment.boot, hold: .zero) {
            findings.append(finding(.began, reading))
        }
        return findings
    }

    package func deadline(_ state: DeviceConditions, _ context: RuleContext) -> BootTime? { nil }

    package func conditions(_ state: DeviceConditions, _ context: RuleContext) -> [ConditionStanding] {
        state.standings(hold: .zero, context)
    }

    private func finding(_ change: Finding.Change, _ reading: Reading) -> Finding {
        Finding(
            change, Self.alertKind(of: reading.capability), device: reading.device,
            happened: reading.happenedAt, evidence: [reading], isRedelivered: reading.isRedelivered)
    }

    private static func alertKind(of capability: Capability) -> AlertKind {
        switch capability {
        case .heat: .heat
        case .carbonMonoxide: .carbonMonoxide
        case .gas: .gas
        case .flood: .flood
        case .glassBreak: .glassBreak
        default: .smoke
        }
    }
}
