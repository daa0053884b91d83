/// Something happened, and what should follow did not.
///
/// What should follow counts when it happens after, or holds at any time after, what came first. While one
/// of its devices cannot be seen it may have happened: the rule waits, and what the gap means for the count
/// is the rule's `after_gap`, by default that it does not count.
package struct SequenceRule: Rule {
    package struct State: RuleState {
        /// From when the wait for what should follow counts; nil while there is nothing to wait for.
        var waitsFrom: BootTime?
        /// Whether the first signal's state holds; unknown for an event.
        var firstHolds: Truth = .unknown
        /// Whether each following signal's state holds, in their order.
        var followerHolds: [Truth]
        var evidence: Reading?
        var isReported = false
        /// Since when what should follow cannot be seen.
        var blindSince: BootTime?
    }

    package static let kind = RuleKind(
        name: "sequence",
        summary: "One thing happens, and another that should follow does not.",
        fields: [
            RuleField("first", .signals(1...1), isRequired: true, "What comes first."),
            RuleField("then", .signals(1...16), isRequired: true, "What should follow; any of these will do."),
            RuleField(
                "within", .duration(.seconds(1) ... .hours(24)), isRequired: true, "How soon it should follow."),
            RuleField(
                "restarts", .flag, usually: "true", "When what comes first happens again, the time begins anew."),
            RuleField(
                "while_true", .flag,
                usually: "false", "Counts only while what came first still holds, such as a stove that is still on."),
            RuleField(
                "repeats", .flag,
                usually: "false", "What should follow must go on following, as long as what came first holds."),
        ],
        defaultPriority: .urgent,
        defaultGap: .pause,
        windowUse: .own,
        sight: .each,
        blindness: "nobody is called when what should follow does not"
    )

    package let common: RuleCommon
    private let first: Signal?
    private let followers: [Signal]
    private let words: String
    private let within: Duration
    private let restarts: Bool
    private let needsFirst: Bool
    private let repeats: Bool
    private let gap: GapHandling

    package init(common: RuleCommon, values: RuleValues) {
        self.common = common
        first = values.signals("first").first
        followers = values.signals("then")
        within = values.duration("within") ?? .minutes(20)
        restarts = values.flag("restarts") ?? true
        repeats = values.flag("repeats") ?? false
        // What goes on for ever would never be enough.
        needsFirst = repeats || values.flag("while_true") ?? false
        gap = common.gap ?? Self.kind.defaultGap
        func told(_ signals: [Signal]) -> String {
            signals.map { $0.words(values.device($0.device)?.name ?? $0.device.name) }.joined(separator: ", ")
        }
        words = "\(told(values.signals("first"))). Then for \(within.inWords) not: \(told(followers))."
    }

    package var watched: [WatchedCapability] { (first.map { [$0.watched] } ?? []) + followers.map(\.watched) }

    package func begin() -> State {
        State(followerHolds: followers.map { _ in .unknown })
    }

    package func observe(_ observation: Observation, _ state: inout State, _ context: RuleContext) -> [Finding] {
        // A ledger's memory of another number of signals says nothing about these.
        if state.followerHolds.count != followers.count { state = begin() }
        var findings: [Finding] = []
        switch observation {
        case .reading(let reading, let isChange):
            findings += learn(reading, isChange, &state, context)
        case .lost(let device):
            lose(device, &state, at: context.moment.boot)
        case .resumed(let outage):
            // A time without sight goes on until its end.
            if state.blindSince == nil { skip(outage.length, &state, context.moment.boot) }
        case .personActive, .reachable, .visit, .tick: break
        }
        followSight(&state, context)
        guard let due = deadline(state, context), due <= context.moment.boot else { return findings }
        state.waitsFrom = nil
        state.isReported = true
        findings.append(finding(.began, state, context))
        return findings
    }

    package func deadline(_ state: State, _ context: RuleContext) -> BootTime? {
        guard let waitsFrom = state.waitsFrom, state.blindSince == nil else { return nil }
        return waitsFrom + within
    }

    package func conditions(_ state: State, _ context: RuleContext) -> [ConditionStanding] {
        let isOn = state.waitsFrom != nil || state.isReported
        return [
            ConditionStanding(
                first?.device, words, Truth(isOn), since: state.waitsFrom.map { context.moment.wall(of: $0) },
                due: deadline(state, context).map { context.moment.wall(of: $0) }, isFound: state.isReported)
        ]
    }

    private func learn(
        _ reading: Reading, _ isChange: Bool, _ state: inout State, _ context: RuleContext
    ) -> [Finding] {
        let time = reading.moment.boot - reading.age
        var findings: [Finding] = []
        var isFollowed = false
        for (index, follower) in followers.enumerated() {
            if let isTrue = follower.truth(in: reading) {
                // That it has just ended says that it held until now.
                isFollowed = isFollowed || isTrue || state.followerHolds[index] == .yes
                state.followerHolds[index] = Truth(isTrue)
            } else if follower.happens(in: reading, isChange: isChange) {
                // What happened before the first does not follow it.
                isFollowed = isFollowed || state.waitsFrom.map { time >= $0 } ?? true
            }
        }
        if isFollowed { findings += follow(time, &state, context) }
        if let first { findings += begin(first, reading, isChange, time, &state, context) }
        return findings
    }

    /// What should follow is there.
    private func follow(_ time: BootTime, _ state: inout State, _ context: RuleContext) -> [Finding] {
        let isOver = !repeats || state.firstHolds != .yes || isFollowing(state)
        if isOver {
            state.waitsFrom = nil
        } else if isWithinWindow(context) {
            state.waitsFrom = max(time, state.waitsFrom ?? time)
        }
        guard state.isReported else { return [] }
        state.isReported = false
        return [finding(.ended, state, context)]
    }

    private func isFollowing(_ state: State) -> Bool { state.followerHolds.contains(.yes) }

    private func begin(
        _ first: Signal, _ reading: Reading, _ isChange: Bool, _ time: BootTime, _ state: inout State,
        _ context: RuleContext
    ) -> [Finding] {
        let before = state.firstHolds
        if let isTrue = first.truth(in: reading) { state.firstHolds = Truth(isTrue) }
        if needsFirst, state.firstHolds == .no {
            state.waitsFrom = nil
            guard state.isReported else { return [] }
            state.isReported = false
            return [finding(.ended, state, context)]
        }
        // A copy cannot say that something happens, but it can say that a state holds on which all depends.
        let isFirstKnown = needsFirst && state.firstHolds == .yes && before != .yes
        let isKept = state.isReported && !first.happens(in: reading, isChange: isChange)
        guard first.happens(in: reading, isChange: isChange) || isFirstKnown, !isKept,
            restarts || state.waitsFrom == nil, isWithinWindow(context)
        else { return [] }
        state.evidence = reading
        state.waitsFrom = isFollowing(state) ? nil : time
        return []
    }

    /// What begins outside the rule's part of the day is not its matter.
    private func isWithinWindow(_ context: RuleContext) -> Bool {
        common.window.map { context.isWithin($0) == .yes } ?? true
    }

    /// That what came first is not seen does not end it: a silent stove may still be on.
    private func lose(_ device: DeviceID, _ state: inout State, at now: BootTime) {
        let wasFollowing = isFollowing(state)
        for index in followers.indices where followers[index].device == device { state.followerHolds[index] = .unknown }
        // It held until now, and must go on when it can be seen again.
        if repeats, state.firstHolds == .yes, wasFollowing, !isFollowing(state) { state.waitsFrom = now }
    }

    private func followSight(_ state: inout State, _ context: RuleContext) {
        let isBlind = !context.unseen.isEmpty && followers.contains { !context.isSeen($0.device) }
        if let gap = context.endOfBlindness(isBlind, &state.blindSince) { skip(gap, &state, context.moment.boot) }
    }

    /// A time has passed in which what should follow could not be seen.
    private func skip(_ length: Duration, _ state: inout State, _ now: BootTime) {
        state.waitsFrom = state.waitsFrom.map { gap.moved($0, by: length, until: now) }
    }

    private func finding(_ change: Finding.Change, _ state: State, _ context: RuleContext) -> Finding {
        Finding(
            change, .incomplete, device: nil, happened: context.moment.wall,
            evidence: state.evidence.map { [$0] } ?? [], detail: change == .began ? words : nil)
    }
}
