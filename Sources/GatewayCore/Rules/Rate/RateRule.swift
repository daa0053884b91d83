/// A number rises or falls by much within a short time.
///
/// The change is that from the lowest (for a fall: the highest) value of the last `within` to the newest one.
/// Only what the device itself said, live, is compared. It ends when the change within the last `within` is
/// below the limit again, and not because the device fell silent.
package struct RateRule: Rule {
    package struct State: RuleState {
        /// One for each device that was heard.
        var traces: [Trace] = []

        struct Trace: Hashable, Codable, Sendable {
            var device: DeviceID
            var samples = TurningSamples()
            var isReported = false
        }
    }

    package static let kind = RuleKind(
        name: "rate",
        summary: "A number such as the temperature rises or falls by much within some time.",
        fields: [
            RuleField("devices", .devices(anyOf: numbers), isRequired: true, "The sensors, each by itself."),
            RuleField("capability", .capability(oneOf: numbers), isRequired: true, "What they measure."),
            RuleField("rises_by", .difference, "By how much it rises; this or `falls_by`."),
            RuleField("falls_by", .difference, "By how much it falls; this or `rises_by`."),
            RuleField(
                "within", .duration(.minutes(1) ... .days(7)), isRequired: true, "Within which time it does so."),
        ],
        defaultPriority: .urgent,
        blindness: "nobody is told when it changes fast",
        conflicts: { values in
            switch (values.quantity("rises_by") != nil, values.quantity("falls_by") != nil) {
            case (false, false): [RuleConflict("has no limit", hint: "add `rises_by` or `falls_by`")]
            case (true, true):
                [
                    RuleConflict(
                        "has both `rises_by` and `falls_by`", at: "falls_by", hint: "make two rules of it")
                ]
            default: []
            }
        }
    )

    private static let numbers: [Capability] = Capability.allCases.filter { $0.kind == .number }

    /// Losing the last seconds of samples moves a finding by one of them.
    package static let remembersRoutine = true

    package let common: RuleCommon
    private let devices: [Device]
    private let capability: Capability
    private let rises: Bool
    private let difference: Quantity
    private let within: Duration

    package init(common: RuleCommon, values: RuleValues) {
        self.common = common
        devices = values.devices("devices")
        capability = values.capability("capability") ?? .temperature
        rises = values.quantity("rises_by") != nil
        difference = values.quantity("rises_by") ?? values.quantity("falls_by") ?? Quantity(thousandths: .max)
        within = values.duration("within") ?? .hours(1)
    }

    package var watched: [WatchedCapability] {
        devices.filter { $0.capabilities.contains(capability) }.map { WatchedCapability($0.id, capability) }
    }

    package func begin() -> State { State() }

    package func observe(_ observation: Observation, _ state: inout State, _ context: RuleContext) -> [Finding] {
        switch observation {
        case .reading(let reading, _):
            // A copy does not say when its value was measured.
            guard case .number(let value) = reading.value, reading.freshness == .live else { return [] }
            return learn(value, reading, &state, context)
        case .resumed(let outage):
            // What lies an unknown time back cannot be compared.
            if !outage.isKnown {
                for index in state.traces.indices { state.traces[index].samples.forget() }
            }
            return settle(&state, context)
        case .tick, .lost, .reachable, .personActive, .visit:
            return settle(&state, context)
        }
    }

    /// While something is told: when the change that led to it lies so far back that it may be over.
    package func deadline(_ state: State, _ context: RuleContext) -> BootTime? {
        state.traces.lazy.filter { $0.isReported && context.isSeen($0.device) }
            .compactMap { $0.samples.nextExpiry(within: within) }.min()
    }

    package func conditions(_ state: State, _ context: RuleContext) -> [ConditionStanding] {
        state.traces.map { trace in
            ConditionStanding(
                trace.device,
                "\(capability.words) \(rises ? "rising" : "falling") by \(capability.words(for: difference)) "
                    + "within \(within.inUnits)",
                Truth(trace.isReported), isFound: trace.isReported)
        }
    }

    private func learn(
        _ value: Quantity, _ reading: Reading, _ state: inout State, _ context: RuleContext
    ) -> [Finding] {
        let place = place(of: reading.device, &state)
        let time = reading.moment.boot - reading.age
        state.traces[place].samples.take(height(value), at: time, within: within)
        let change = state.traces[place].samples.rise
        if change >= difference, !state.traces[place].isReported {
            state.traces[place].isReported = true
            return [finding(.began, reading, change, since: state.traces[place].samples.lowestTime, context)]
        }
        return settle(&state, context)
    }

    /// Ends what is over by now.
    private func settle(_ state: inout State, _ context: RuleContext) -> [Finding] {
        var findings: [Finding] = []
        for place in state.traces.indices where state.traces[place].isReported {
            let device = state.traces[place].device
            // Of what cannot be seen nobody knows whether it is over.
            guard context.isSeen(device) else { continue }
            state.traces[place].samples.expire(at: context.moment.boot, within: within)
            guard state.traces[place].samples.rise < difference else { continue }
            state.traces[place].isReported = false
            findings.append(Finding(.ended, .rapidChange, device: device, happened: context.moment.wall))
        }
        return findings
    }

    private func finding(
        _ change: Finding.Change, _ reading: Reading, _ difference: Quantity, since: BootTime?, _ context: RuleContext
    ) -> Finding {
        let took = since.map { max(.zero, reading.moment.boot - reading.age - $0) } ?? within
        let unit = capability.unit.map { $0 == "1" ? "" : " \($0)" } ?? ""
        return Finding(
            change, .rapidChange, device: reading.device, happened: reading.happenedAt, evidence: [reading],
            detail: "\(rises ? "Rose" : "Fell") by \(difference)\(unit) within \(took.inWords).")
    }

    /// A fall is the rise of what hangs upside down.
    private func height(_ value: Quantity) -> Quantity {
        rises ? value : Quantity(thousandths: 0) - value
    }

    private func place(of device: DeviceID, _ state: inout State) -> Int {
        if let place = state.traces.firstIndex(where: { $0.device == device }) { return place }
        state.traces.append(State.Trace(device: device))
        return state.traces.count - 1
    }
}
