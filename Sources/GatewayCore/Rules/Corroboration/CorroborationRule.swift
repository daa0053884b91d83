/// Several signs of the same thing, none of which would mean much by itself.
///
/// A state counts while it holds and for a while after; an event for that while after it happened. A sign
/// whose device is not seen may be there or not, and so may the finding.
package struct CorroborationRule: Rule {
    package struct State: RuleState {
        struct Sign: Hashable, Codable, Sendable {
            /// Of a state: whether it holds.
            var holds: Truth = .unknown
            /// When it last happened, or was last known to hold.
            var last: BootTime?
            var evidence: Reading?
        }
        /// One for each signal, in their order.
        var signs: [Sign]
        var isReported = false
        /// Enough of them were certain when this rule last looked.
        var isCertain = false
    }

    package static let kind = RuleKind(
        name: "corroboration",
        summary: "Several signs come together, such as broken glass and a door that opens.",
        fields: [
            RuleField("signals", .signals(2...16), isRequired: true, "The signs."),
            RuleField("at_least", .count(2...16), usually: "2", "How many of them must come together."),
            RuleField(
                "within", .duration(.seconds(1) ... .hours(24)), isRequired: true,
                "How far apart they may be. What holds still counts however long ago it began."),
        ],
        defaultPriority: .urgent,
        sight: .each,
        blindness: "signs that come together are not noticed",
        conflicts: { values in
            let signs = values.signals("signals").count
            guard let fewest = values.count("at_least"), fewest > signs else { return [] }
            return [RuleConflict("can never find \(fewest) of \(signs) signs", at: "at_least")]
        }
    )

    package let common: RuleCommon
    private let signals: [Signal]
    private let names: [String]
    private let fewest: Int
    private let within: Duration

    package init(common: RuleCommon, values: RuleValues) {
        self.common = common
        signals = values.signals("signals")
        names = signals.map { values.device($0.device)?.name ?? $0.device.name }
        fewest = min(signals.count, values.count("at_least") ?? 2)
        within = values.duration("within") ?? .minutes(5)
    }

    package var watched: [WatchedCapability] { signals.map(\.watched) }

    package func begin() -> State {
        State(signs: signals.map { _ in State.Sign() })
    }

    package func observe(_ observation: Observation, _ state: inout State, _ context: RuleContext) -> [Finding] {
        // A ledger's memory of another number of signals says nothing about these.
        if state.signs.count != signals.count { state = begin() }
        var isNews = false
        switch observation {
        case .reading(let reading, let isChange):
            for (index, signal) in signals.enumerated() {
                isNews = isNews || signal.happens(in: reading, isChange: isChange)
                learn(reading, isChange, of: signal, &state.signs[index])
            }
        case .lost(let device):
            for index in signals.indices where signals[index].device == device {
                lose(&state.signs[index], at: context.moment.boot)
            }
        case .personActive, .reachable, .visit, .resumed, .tick: break
        }
        let now = context.moment.boot
        let truths = zip(signals, state.signs).map { truth(of: $0, $1, now, context) }
        let verdict = Truth.atLeast(fewest, of: truths)
        let wasCertain = state.isCertain
        state.isCertain = verdict == .yes
        switch verdict {
        // Between unknown and certain nothing ended; but somebody may have closed it since, and what happens
        // now is news. What merely comes back from unknown is none.
        case .yes where !state.isReported || (isNews && !wasCertain):
            state.isReported = true
            let found = signals.indices.filter { truths[$0] == .yes }
            return [
                Finding(
                    .began, .corroborated, device: nil, happened: context.moment.wall,
                    evidence: found.compactMap { state.signs[$0].evidence },
                    detail: found.map { signals[$0].words(names[$0]) }.joined(separator: "; ") + ".")
            ]
        case .no where state.isReported:
            state.isReported = false
            return [Finding(.ended, .corroborated, device: nil, happened: context.moment.wall)]
        default: return []
        }
    }

    package func deadline(_ state: State, _ context: RuleContext) -> BootTime? {
        // Time alone takes signs away, and never brings one.
        guard state.isReported else { return nil }
        let now = context.moment.boot
        return state.signs.compactMap { sign in
            guard sign.holds != .yes, let last = sign.last else { return nil }
            let over = last + within
            return over > now ? over : nil
        }.min()
    }

    package func conditions(_ state: State, _ context: RuleContext) -> [ConditionStanding] {
        zip(signals.indices, state.signs).map { index, sign in
            ConditionStanding(
                signals[index].device, signals[index].words(names[index]),
                truth(of: signals[index], sign, context.moment.boot, context),
                since: sign.last.map { context.moment.wall(of: $0) }, isFound: state.isReported)
        }
    }

    private func learn(_ reading: Reading, _ isChange: Bool, of signal: Signal, _ sign: inout State.Sign) {
        let time = reading.moment.boot - reading.age
        if let isTrue = signal.truth(in: reading) {
            if isTrue {
                sign.evidence = reading
            } else if sign.holds == .yes {
                sign.last = max(time, sign.last ?? time)
            }
            sign.holds = Truth(isTrue)
        } else if signal.happens(in: reading, isChange: isChange) {
            sign.last = max(time, sign.last ?? time)
            sign.evidence = reading
        }
    }

    private func lose(_ sign: inout State.Sign, at now: BootTime) {
        if sign.holds == .yes { sign.last = now }
        sign.holds = .unknown
    }

    private func truth(of signal: Signal, _ sign: State.Sign, _ now: BootTime, _ context: RuleContext) -> Truth {
        if sign.holds == .yes { return .yes }
        if let last = sign.last, now < last + within { return .yes }
        if !context.isSeen(signal.device) { return .unknown }
        return signal.capability.kind == .event ? .no : sign.holds
    }
}
