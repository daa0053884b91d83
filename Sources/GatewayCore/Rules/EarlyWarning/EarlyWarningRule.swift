/// The National Early Warning Score 2 of one person has reached a limit.
///
/// It is made of all seven observations or not at all: what is missing or too old is never taken as normal.
/// It is support for a clinician who knows the person, no diagnosis.
package struct EarlyWarningRule: Rule {
    package struct State: RuleState {
        var inputs = EarlyWarningInputs()
        var isHigh: Truth = .unknown
        /// When what was observed last is judged; nil when it has been.
        var settles: BootTime?
    }

    package static let kind = RuleKind(
        name: "early_warning",
        summary: "The National Early Warning Score 2 (NEWS2) of one resident reaches a limit.",
        fields: [
            RuleField(
                "devices", .devices(anyOf: EarlyWarningScore.inputs), isRequired: true,
                "What observes the person: together all seven observations of the score."),
            RuleField("at_least", .count(1...20), usually: "5", "The score that raises it."),
            RuleField("single_three", .flag, usually: "true", "Three points for one observation raise it as well."),
            RuleField(
                "oxygen_scale_2", .flag,
                usually: "false", "Uses the oxygen scale for hypercapnic respiratory failure, as a clinician directs."),
            RuleField(
                "valid_for", .duration(.minutes(5) ... .hours(24)),
                usually: "12h", "How long each observation counts."),
        ],
        defaultPriority: .urgent,
        sight: .each,
        blindness: "no early warning score is known",
        conflicts: { RuleConflict.ofSeveralPeople($0, field: "devices") }
    )

    /// Each observation changes it. Losing the last seconds of them moves the score by those; what was found
    /// is on record with its alert.
    package static let remembersRoutine = true

    /// A set of observations arrives value by value; half of a set with half of the last is no set.
    static let settling = Duration.seconds(30)

    package let common: RuleCommon
    private let devices: [Device]
    private let limit: Int
    private let heedsSingleThree: Bool
    private let scale: EarlyWarningScore.OxygenScale
    private let validFor: Duration

    package init(common: RuleCommon, values: RuleValues) {
        self.common = common
        devices = values.devices("devices")
        limit = values.count("at_least") ?? 5
        heedsSingleThree = values.flag("single_three") ?? true
        scale = values.flag("oxygen_scale_2") ?? false ? .hypercapnic : .usual
        validFor = values.duration("valid_for") ?? .hours(12)
    }

    package var watched: [WatchedCapability] {
        devices.flatMap { device in
            EarlyWarningScore.inputs.filter { device.capabilities.contains($0) }
                .map { WatchedCapability(device.id, $0) }
        }
    }

    package func begin() -> State { State() }

    package func observe(_ observation: Observation, _ state: inout State, _ context: RuleContext) -> [Finding] {
        if case .reading(let reading, _) = observation, isObservation(reading, context) {
            state.inputs.learn(reading)
            if state.settles == nil { state.settles = context.moment.boot + Self.settling }
        }
        guard let settles = state.settles, settles <= context.moment.boot else { return [] }
        state.settles = nil
        guard case .known(let items) = score(state, context) else { return [] }
        let isHigh = Truth(isBeyond(items))
        guard isHigh != state.isHigh else { return [] }
        state.isHigh = isHigh
        let newest = items.map(\.reading).max { $0.measured < $1.measured }
        return [
            Finding(
                isHigh == .yes ? .began : .ended, .earlyWarning, device: nil,
                happened: newest?.happenedAt ?? context.moment.wall,
                evidence: items.map(\.reading), detail: Self.detail(items, scale))
        ]
    }

    package func deadline(_ state: State, _ context: RuleContext) -> BootTime? { state.settles }

    package func conditions(_ state: State, _ context: RuleContext) -> [ConditionStanding] {
        [
            ConditionStanding(
                nil, standing(state, context), state.isHigh, due: state.settles.map { context.moment.wall(of: $0) },
                isFound: state.isHigh == .yes)
        ]
    }

    /// What is known now, in words: the score with its points, or what it lacks.
    package func standing(_ state: State, _ context: RuleContext) -> String {
        switch score(state, context) {
        case .known(let items): Self.detail(items, scale)
        case .unknown(let missing): "The score is unknown: there is no current \(missing.map(\.words).inSentence)."
        }
    }

    /// A copy counts only when it says when it was measured.
    private func isObservation(_ reading: Reading, _ context: RuleContext) -> Bool {
        guard reading.freshness == .live || reading.occurred != nil else { return false }
        return context.moment.boot - reading.measured <= validFor
    }

    private func score(_ state: State, _ context: RuleContext) -> EarlyWarningInputs.Score {
        state.inputs.score(at: context.moment.boot, validFor: validFor, scale: scale)
    }

    private func isBeyond(_ items: [EarlyWarningInputs.Item]) -> Bool {
        if heedsSingleThree, items.contains(where: { $0.points == 3 }) { return true }
        return items.map(\.points).reduce(0, +) >= limit
    }

    private static func detail(
        _ items: [EarlyWarningInputs.Item], _ scale: EarlyWarningScore.OxygenScale
    ) -> String {
        let listed = items.map { item in
            "\(words(for: item.reading)) (\(item.points))"
        }
        let total = items.map(\.points).reduce(0, +)
        let onScale = scale == .hypercapnic ? ", oxygen scale 2" : ""
        return "NEWS2 score \(total)\(onScale): \(listed.joined(separator: ", "))"
            + "; support for a clinician, not a diagnosis."
    }

    private static func words(for reading: Reading) -> String {
        switch (reading.capability, reading.value) {
        case (.supplementalOxygen, let value): value == .state(true) ? "on oxygen" : "on air"
        case (.consciousnessReduced, let value): value == .state(true) ? "not fully alert" : "alert"
        case (_, .number(let value)): "\(reading.capability.words) \(reading.capability.words(for: value))"
        default: reading.capability.words
        }
    }
}
