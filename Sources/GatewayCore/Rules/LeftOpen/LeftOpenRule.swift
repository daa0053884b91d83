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
        var findings: [Finding] = []
        switch observation {
        case .reading(let reading, _):
            guard case .state(let isOpen) = reading.value else { break }
            if state.learn(isOpen, from: reading, gap: gap) {
                findings.append(
                    Finding(
                        .ended, .leftOpen, device: reading.device, happened: reading.happenedAt,
                        evidence: [reading]))
            }
        case .lost(let device):
            state.forget(device, at: context.moment.boot)
        case .resumed(let outage):
            state.endure(outage.length, until: context.moment.boot, gap: gap)
        case .personActive, .reachable, .visit, .tick:
            break
        }
        for entry in state.begun(at: context.moment.boot, hold: hold) {
            findings.append(
                Finding(
                    .began, .leftOpen, device: entry.device,
                    happened: context.moment.wall(of: entry.condition.since),
                    evidence: entry.evidence.map { [$0] } ?? []))
        }
        return findings
    }

    package func deadline(_ state: DeviceConditions, _ context: RuleContext) -> BootTime? {
        state.deadline(hold: hold)
    }
}
