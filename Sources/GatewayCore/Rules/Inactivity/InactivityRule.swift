/// Nobody has been active for too long, all day or in a part of the day.
///
/// Counting begins at the last activity, at the window's beginning, at the return from away, when the last
/// visitor left, or at the start of the gateway, whichever is latest. While none of its sensors can be seen it
/// knows nothing: what such a gap means is the rule's `after_gap`, by default that it does not count. Copies
/// that a broker or bridge sends again are no activity.
package struct InactivityRule: Rule {
    package struct State: RuleState {
        /// From when inactivity counts; nil until the first look.
        var countsFrom: BootTime?
        /// When the open window began; nil outside a window.
        var windowSince: BootTime?
        var lastActivity: Reading?
        var isReported = false
        /// Nobody was expected to be active when this rule last looked.
        var wasAway = false
        /// Since when none of the sensors can be seen.
        var blindSince: BootTime?
    }

    package static let kind = RuleKind(
        name: "inactivity",
        summary: "No activity is seen for some time, all day or within a window of the day.",
        fields: [
            RuleField(
                "devices", .devices(anyOf: sensors), isRequired: true,
                "The sensors that show that somebody is up and about."),
            RuleField(
                "after", .duration(.minutes(1) ... .days(7)), isRequired: true, "How long without activity."),
            RuleField(
                "only_when_home", .flag,
                usually: "false", "Does not count while the home is likely to be empty, by its entrances."),
        ],
        defaultPriority: .urgent,
        defaultPreAlert: .minutes(5),
        defaultReminder: .minutes(1),
        defaultGap: .pause,
        windowUse: .own,
        sight: .any,
        blindness: "nobody is called when no activity is seen"
    )

    private static let sensors: [Capability] = Capability.allCases.filter(\.showsActivity)

    /// Losing the last seconds of activity moves its alert by those seconds.
    package static let remembersRoutine = true

    /// How sure it must be that the home is empty.
    static let emptyEnough = PresenceModel.Confidence.probablyGone

    package let common: RuleCommon
    private let devices: [Device]
    private let after: Duration
    private let window: DayWindow?
    private let gap: GapHandling
    private let onlyWhenHome: Bool

    package init(common: RuleCommon, values: RuleValues) {
        self.common = common
        devices = values.devices("devices")
        after = values.duration("after") ?? .hours(12)
        window = common.window
        gap = common.gap ?? Self.kind.defaultGap
        onlyWhenHome = values.flag("only_when_home") ?? false
    }

    package var watched: [WatchedCapability] {
        devices.flatMap { device in
            device.capabilities.filter(\.showsActivity).map { WatchedCapability(device.id, $0) }
        }
    }

    package func begin() -> State { State() }

    package func observe(_ observation: Observation, _ state: inout State, _ context: RuleContext) -> [Finding] {
        var findings: [Finding] = []
        switch observation {
        case .reading(let reading, let isChange):
            guard shows(reading, isChange) else { break }
            state.lastActivity = reading
            findings += activity(&state, context)
        case .personActive:
            findings += activity(&state, context)
        case .resumed(let outage):
            // A blind time that goes on over the outage is skipped whole when it ends.
            if state.blindSince == nil { skip(outage.length, &state, context.moment.boot) }
        case .lost, .reachable, .visit, .tick:
            break
        }
        follow(&state, context)
        guard let due = due(state, context), due <= context.moment.boot else { return findings }
        state.isReported = true
        findings.append(
            Finding(
                .began, .inactivity, device: nil, happened: context.moment.wall,
                evidence: state.lastActivity.map { [$0] } ?? []))
        return findings
    }

    package func deadline(_ state: State, _ context: RuleContext) -> BootTime? {
        let due = due(state, context)
        guard let window else { return due }
        let edge = context.nextEdge(of: window)
        return due.map { min($0, edge) } ?? edge
    }

    package func conditions(_ state: State, _ context: RuleContext) -> [ConditionStanding] {
        let since = state.countsFrom.map { max($0, state.windowSince ?? $0) }
        let isCounting = state.blindSince == nil && !state.wasAway && (window == nil || state.windowSince != nil)
        let truth: Truth = state.blindSince == nil && since != nil ? Truth(isCounting) : .unknown
        let last = state.lastActivity.flatMap { context.clock(of: $0.moment.boot) }.map { ", last at \($0)" } ?? ""
        return [
            ConditionStanding(
                nil, "no activity for \(after.inUnits)\(last)", truth,
                since: isCounting ? since.map { context.moment.wall(of: $0) } : nil,
                due: due(state, context).map { context.moment.wall(of: $0) }, isFound: state.isReported)
        ]
    }

    private func shows(_ reading: Reading, _ isChange: Bool) -> Bool {
        guard reading.freshness == .live, reading.capability.showsActivity else { return false }
        switch (reading.capability, reading.value) {
        case (.motion, .state(let isActive)), (.presence, .state(let isActive)): return isActive
        case (_, .happened): return true
        default: return isChange
        }
    }

    private func activity(_ state: inout State, _ context: RuleContext) -> [Finding] {
        state.countsFrom = context.moment.boot
        state.blindSince = nil
        guard state.isReported else { return [] }
        state.isReported = false
        return [
            Finding(
                .ended, .inactivity, device: nil, happened: context.moment.wall,
                evidence: state.lastActivity.map { [$0] } ?? [])
        ]
    }

    /// Keeps the window and the beginning of the count up with the time.
    private func follow(_ state: inout State, _ context: RuleContext) {
        let now = context.moment.boot
        followSight(&state, context)
        let isExpected = isSomebodyExpected(context)
        if state.countsFrom == nil || !isExpected || state.wasAway { state.countsFrom = now }
        state.wasAway = !isExpected
        guard let window else { return }
        switch context.isWithin(window) {
        // Without a trusted clock a window is neither open nor shut: the rule waits.
        case .unknown, .no: state.windowSince = nil
        case .yes: if state.windowSince == nil { state.windowSince = now }
        }
    }

    /// Whether a resident who is well would be seen moving: they are in, and nobody is with them.
    private func isSomebodyExpected(_ context: RuleContext) -> Bool {
        if context.isAway || !context.visits.isEmpty { return false }
        return !(onlyWhenHome && context.presence.isEmpty(atLeast: Self.emptyEnough) == .yes)
    }

    /// While none of the sensors can be seen, nothing is known.
    private func followSight(_ state: inout State, _ context: RuleContext) {
        let isBlind = !context.unseen.isEmpty && devices.allSatisfy { !context.isSeen($0.id) }
        if let gap = context.endOfBlindness(isBlind, &state.blindSince) { skip(gap, &state, context.moment.boot) }
    }

    /// A time has passed in which nothing could be seen.
    private func skip(_ length: Duration, _ state: inout State, _ now: BootTime) {
        state.countsFrom = state.countsFrom.map { gap.moved($0, by: length, until: now) }
        state.windowSince = state.windowSince.map { gap.moved($0, by: length, until: now) }
    }

    private func due(_ state: State, _ context: RuleContext) -> BootTime? {
        guard !state.isReported, state.blindSince == nil, !state.wasAway, let countsFrom = state.countsFrom else {
            return nil
        }
        guard window != nil else { return countsFrom + after }
        guard let windowSince = state.windowSince else { return nil }
        return max(countsFrom, windowSince) + after
    }
}
