/// Nobody has been active for too long, all day or in a window of the day.
///
/// Counting begins at the last activity, at the window's beginning, at the return from away, or at the
/// start of the gateway, whichever is latest. Time in which the gateway was off does not count: it saw
/// nothing, so it knows nothing. Copies that a broker or bridge sends again are no activity.
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
            RuleField("window", .window, "Only within this part of the day. Default: always."),
        ],
        defaultPriority: .urgent,
        defaultPreAlert: .minutes(5)
    )

    private static let sensors: [Capability] = Capability.allCases.filter(\.showsActivity)

    /// Losing the last seconds of activity moves its alert by those seconds.
    package static let remembersRoutine = true

    package let common: RuleCommon
    private let devices: [Device]
    private let after: Duration
    private let window: DayWindow?

    package init(common: RuleCommon, values: RuleValues) {
        self.common = common
        devices = values.devices("devices")
        after = values.duration("after") ?? .hours(12)
        window = values.window("window")
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
            state.countsFrom = state.countsFrom.map { $0 + outage.length }
            state.windowSince = state.windowSince.map { $0 + outage.length }
        case .lost, .reachable, .tick:
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
        if context.moment.quality == .unsynchronised { return context.moment.boot + Self.clockRecheck }
        let edge = window.nextEdge(after: context.moment.wall, in: context.zone)
        let edgeTime = context.moment.boot + (edge - context.moment.wall)
        return due.map { min($0, edgeTime) } ?? edgeTime
    }

    /// How often a rule by time of day looks whether the clock has been set meanwhile.
    private static let clockRecheck = Duration.minutes(1)

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
        if state.countsFrom == nil || context.isAway || state.wasAway { state.countsFrom = now }
        state.wasAway = context.isAway
        guard let window else { return }
        // Without a trusted clock a window is neither open nor shut: the rule waits.
        guard context.moment.quality != .unsynchronised else {
            state.windowSince = nil
            return
        }
        let isInside = window.contains(context.zone.civil(context.moment.wall))
        if !isInside {
            state.windowSince = nil
        } else if state.windowSince == nil {
            state.windowSince = now
        }
    }

    private func due(_ state: State, _ context: RuleContext) -> BootTime? {
        guard !state.isReported, !context.isAway, let countsFrom = state.countsFrom else { return nil }
        guard window != nil else { return countsFrom + after }
        guard let windowSince = state.windowSince else { return nil }
        return max(countsFrom, windowSince) + after
    }
}
