/// A vital sign of one person lies outside the limits that were set for this person.
///
/// One reading can be a slipped cuff or a cold finger: only several in a row, close enough together, count,
/// each device by itself. Copies that a broker or bridge sends again are no measurements. A device that
/// measures no more ends nothing: what is not measured is not known to be well.
package struct VitalSignRule: Rule {
    package struct State: RuleState {
        /// In the order in which the devices were first heard.
        fileprivate(set) var sides: [MeasuredSide] = []
    }

    package static let kind = RuleKind(
        name: "vital_sign",
        summary: "A vital sign of one person lies outside the limits that a clinician set for this person.",
        fields: [
            RuleField(
                "devices", .devices(anyOf: numbers), isRequired: true, "What measures the person, each by itself."),
            RuleField("capability", .capability(oneOf: numbers), isRequired: true, "The vital sign."),
            RuleField("above", .quantity, "The highest value that is well for this person; this, `below` or both."),
            RuleField("below", .quantity, "The lowest value that is well for this person; this, `above` or both."),
            RuleField("readings", .count(1...5), usually: "2", "How many readings in a row must confirm it."),
            RuleField(
                "within", .duration(.minutes(1) ... .days(7)), usually: "1h", "How close together they must lie."),
            RuleField(
                "valid_for", .duration(.minutes(1) ... .days(7)),
                usually: "24h", "A reading that arrives later than this tells nothing."),
        ],
        defaultPriority: .urgent,
        allowsLimitRange: true,
        blindness: "nobody is called when it leaves the personal limits",
        conflicts: { values in
            var conflicts = RuleConflict.ofSeveralPeople(values, field: "devices")
            if let low = values.quantity("below"), let high = values.quantity("above"), low >= high {
                conflicts.append(
                    RuleConflict(
                        "finds no value well: `below` is not less than `above`", at: "below",
                        hint: "`below` is the lower limit, `above` the upper one"))
            }
            return conflicts
        }
    )

    private static let numbers: [Capability] = Capability.allCases.filter { $0.isVitalSign && $0.kind == .number }

    package let common: RuleCommon
    private let devices: [Device]
    private let capability: Capability
    private let limits: PersonalLimits
    private let needed: Int
    private let span: Duration
    private let validFor: Duration
    private let gap: GapHandling

    package init(common: RuleCommon, values: RuleValues) {
        self.common = common
        devices = values.devices("devices")
        capability = values.capability("capability") ?? .heartRate
        limits = PersonalLimits(
            capability: capability, above: values.quantity("above"), below: values.quantity("below"))
        needed = values.count("readings") ?? 2
        span = values.duration("within") ?? .hours(1)
        validFor = values.duration("valid_for") ?? .hours(24)
        gap = common.gap ?? Self.kind.defaultGap
    }

    package var watched: [WatchedCapability] {
        devices.filter { $0.capabilities.contains(capability) }.map { WatchedCapability($0.id, capability) }
    }

    package func begin() -> State { State() }

    package func observe(_ observation: Observation, _ state: inout State, _ context: RuleContext) -> [Finding] {
        switch observation {
        case .reading(let reading, _): return measure(reading, &state)
        case .resumed(let outage):
            for index in state.sides.indices {
                state.sides[index].endure(outage.length, until: context.moment.boot, gap: gap)
            }
            return []
        case .lost, .reachable, .personActive, .visit, .tick: return []
        }
    }

    package func deadline(_ state: State, _ context: RuleContext) -> BootTime? { nil }

    package func conditions(_ state: State, _ context: RuleContext) -> [ConditionStanding] {
        state.sides.map { side in
            let doubts = side.doubts.isEmpty ? "" : ", \(side.doubts.count) of \(needed) readings say otherwise"
            return ConditionStanding(
                side.device, "\(capability.words) out of the personal limits\(doubts)", side.isOut,
                isFound: side.isOut == .yes)
        }
    }

    private func measure(_ reading: Reading, _ state: inout State) -> [Finding] {
        guard reading.freshness == .live, reading.age <= validFor, case .number(let value) = reading.value else {
            return []
        }
        let index = place(of: reading.device, &state)
        let side = limits.side(of: value)
        // What is well may be measured less often than what confirms a worry.
        let reach = side == .within ? max(span, validFor) : span
        guard let confirmed = state.sides[index].learn(side, from: reading, needed: needed, span: reach) else {
            return []
        }
        return [
            Finding(
                side == .within ? .ended : .began, .vitalSign, device: reading.device,
                happened: reading.happenedAt, evidence: confirmed, detail: detail(confirmed, side))
        ]
    }

    private func place(of device: DeviceID, _ state: inout State) -> Int {
        if let index = state.sides.firstIndex(where: { $0.device == device }) { return index }
        state.sides.append(MeasuredSide(device: device))
        return state.sides.count - 1
    }

    /// "Heart rate 128/min and 131/min, above the personal limit of 110/min."
    private func detail(_ readings: [Reading], _ side: PersonalLimits.Side) -> String {
        let values = readings.compactMap { reading in
            if case .number(let value) = reading.value { capability.words(for: value) } else { nil }
        }
        let name = capability.words
        return name.prefix(1).uppercased() + name.dropFirst() + " " + values.inSentence + ", "
            + limits.words(for: side) + "."
    }
}
