/// A measured number stays above or below a limit, with hysteresis and hold.
package struct ThresholdRule: Rule {
    package static let kind = RuleKind(
        name: "threshold",
        summary: "A number such as the temperature stays above or below a limit for some time.",
        fields: [
            RuleField(
                "devices", .devices(anyOf: numbers), isRequired: true, "The sensors, each by itself."),
            RuleField("capability", .capability(oneOf: numbers), isRequired: true, "What they measure."),
            RuleField("above", .quantity, "The limit that it must not exceed; this or `below`."),
            RuleField("below", .quantity, "The limit under which it must not fall; this or `above`."),
            RuleField(
                "clears_at", .quantity,
                usually: "the limit", "The value at which it is well again, on the good side of the limit."),
            RuleField(
                "hold", .duration(.zero ... .days(7)), usually: "0s", "How long it must last before it counts."),
        ],
        defaultPriority: .urgent,
        blindness: "nobody is told when it is too high or too low"
    )

    private static let numbers: [Capability] = Capability.allCases.filter { $0.kind == .number }

    package let common: RuleCommon
    private let devices: [Device]
    private let capability: Capability
    private let isAbove: Bool
    private let limit: Quantity
    private let clearsAt: Quantity
    private let hold: Duration
    private let gap: GapHandling

    package init(common: RuleCommon, values: RuleValues) {
        self.common = common
        devices = values.devices("devices")
        capability = values.capability("capability") ?? .temperature
        isAbove = values.quantity("above") != nil
        limit = values.quantity("above") ?? values.quantity("below") ?? Quantity(thousandths: 0)
        clearsAt = values.quantity("clears_at") ?? limit
        hold = values.duration("hold") ?? .zero
        gap = common.gap ?? Self.kind.defaultGap
    }

    package var watched: [WatchedCapability] {
        devices.filter { $0.capabilities.contains(capability) }.map { WatchedCapability($0.id, capability) }
    }

    package func begin() -> DeviceConditions { DeviceConditions() }

    package func observe(
        _ observation: Observation, _ state: inout DeviceConditions, _ context: RuleContext
    ) -> [Finding] {
        state.observe(observation, alertKind, hold: hold, gap: gap, context) { reading, known in
            guard case .number(let value) = reading.value else { return nil }
            return judge(value, known, reading.device)
        }
    }

    package func deadline(_ state: DeviceConditions, _ context: RuleContext) -> BootTime? {
        state.deadline(hold: hold)
    }

    package func conditions(_ state: DeviceConditions, _ context: RuleContext) -> [ConditionStanding] {
        state.standings(hold: hold, context) { capability in
            "\(capability.words) \(isAbove ? "above" : "below") \(capability.words(for: limit))"
        }
    }

    /// Nil between limit and clearing value, where what was stays.
    private func judge(_ value: Quantity, _ state: DeviceConditions, _ device: DeviceID) -> Bool? {
        let isBeyond = isAbove ? value > limit : value < limit
        if isBeyond { return true }
        let isClear = isAbove ? value <= clearsAt : value >= clearsAt
        return isClear || state[device, capability].truth == .unknown ? false : nil
    }

    private var alertKind: AlertKind {
        capability == .temperature ? (isAbove ? .temperatureHigh : .temperatureLow) : .limitExceeded
    }
}
