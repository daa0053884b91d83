/// Something that is expected in a part of the day did not happen by its end.
///
/// Whether it did is known only where it could be seen: with a device unseen, or the gateway off, for part of
/// the time, it may have happened.
package struct MissedRule: Rule {
    package struct State: RuleState {
        /// When the rule first looked: what was before it cannot judge.
        var since: BootTime?
        /// When it last happened in a window, or while the clock was not set.
        var lastSign: BootTime?
        /// The beginning of the newest window that was judged.
        var judged: WallTime?
        /// The rule could not see one of its devices, or the gateway was off.
        var blind = Interruption()
        /// Nothing was expected.
        var away = Interruption()
        /// It was missed, and has not happened since.
        var isReported = false
    }

    package static let kind = RuleKind(
        name: "missed",
        summary: "Something expected in a part of the day, such as a meal or a dose, does not happen.",
        fields: [
            RuleField("signals", .signals(1...16), "What is expected; any of these will do."),
            RuleField("visitors", .visitors, "A visit by any of these will do."),
            RuleField("ok_counts", .flag, usually: "false", "That the person says that they are well will do."),
            RuleField(
                "days", .choice(ExpectedDays.allCases.map(\.rawValue)),
                usually: "daily", "On which days it is expected, by the day on which the window begins."),
            RuleField(
                "when_unseen", .choice(["wait", "raise"]),
                usually: "wait",
                "What to do when part of the time could not be watched: `wait`, for it may have happened, or `raise`."),
        ],
        defaultPriority: .concern,
        defaultPreAlert: .minutes(15),
        defaultReminder: .minutes(5),
        windowUse: .required,
        sight: .each,
        blindness: "nobody is told when it is missed",
        conflicts: { values in
            let isAnything =
                !values.signals("signals").isEmpty || !values.visitors("visitors").isEmpty
                || values.flag("ok_counts") == true
            return isAnything
                ? [] : [RuleConflict("expects nothing", hint: "add `signals`, `visitors` or `ok_counts: true`")]
        }
    )

    package let common: RuleCommon
    private let signals: [Signal]
    private let visitors: [VisitorID]
    private let countsOkay: Bool
    private let days: ExpectedDays
    private let raisesUnseen: Bool

    package init(common: RuleCommon, values: RuleValues) {
        self.common = common
        signals = values.signals("signals")
        visitors = values.visitors("visitors")
        countsOkay = values.flag("ok_counts") ?? false
        days = values.choice("days").flatMap { ExpectedDays(rawValue: $0) } ?? .daily
        raisesUnseen = values.choice("when_unseen") == "raise"
    }

    package var watched: [WatchedCapability] { signals.map(\.watched) }

    package func begin() -> State { State() }

    package func observe(_ observation: Observation, _ state: inout State, _ context: RuleContext) -> [Finding] {
        let now = context.moment.boot
        if state.since == nil { state.since = now }
        var findings: [Finding] = []
        switch observation {
        case .reading(let reading, let isChange):
            guard signals.contains(where: { $0.happens(in: reading, isChange: isChange) }) else { break }
            findings += sign(at: reading.moment.boot - reading.age, [reading], &state, context)
        case .personActive:
            if countsOkay { findings += sign(at: now, [], &state, context) }
        case .resumed:
            state.blind.end(at: now)
        case .lost, .reachable, .visit, .tick: break
        }
        if context.visits.contains(where: { visitors.contains($0.visitor) }) {
            findings += sign(at: now, [], &state, context)
        }
        state.blind.follow(signals.contains { !context.isSeen($0.device) }, at: now)
        state.away.follow(context.isAway, at: now)
        return findings + judge(&state, context)
    }

    package func deadline(_ state: State, _ context: RuleContext) -> BootTime? {
        common.window.map { context.nextEdge(of: $0) }
    }

    package func conditions(_ state: State, _ context: RuleContext) -> [ConditionStanding] {
        guard let window = common.window else { return [] }
        let running = context.isClockSet ? window.occurrence(at: context.moment.wall, in: context.zone) : nil
        let hasHappened = running.flatMap { running in
            state.lastSign.map { $0 >= context.boot(of: running.start) }
        }
        let isMissing = running == nil ? Truth(state.isReported) : Truth(!(hasHappened ?? false))
        return [
            ConditionStanding(
                nil, "did not happen at \(window.clock)", isMissing,
                since: running.map(\.start), due: isMissing == .yes ? running?.end : nil, isFound: state.isReported)
        ]
    }

    /// It happened, in time or late.
    private func sign(
        at time: BootTime, _ evidence: [Reading], _ state: inout State, _ context: RuleContext
    ) -> [Finding] {
        guard context.isClockSet, let window = common.window else {
            state.lastSign = max(time, state.lastSign ?? time)
            return []
        }
        if let start = beginning(of: window, at: time, state, context) {
            // Once is enough: what moves all day would be written all day.
            if state.lastSign.map({ $0 < start }) ?? true { state.lastSign = time }
        }
        guard state.isReported, let judged = state.judged, time >= context.boot(of: judged) else { return [] }
        state.isReported = false
        return [Finding(.ended, .missed, device: nil, happened: context.moment.wall(of: time), evidence: evidence)]
    }

    /// When the window began that something happens in: one that runs, or one that is over and not judged yet,
    /// so that who comes with its last stroke is in time.
    private func beginning(
        of window: DayWindow, at time: BootTime, _ state: State, _ context: RuleContext
    ) -> BootTime? {
        if let running = window.occurrence(at: context.moment.wall(of: time), in: context.zone) {
            return context.boot(of: running.start)
        }
        let ended = window.latestOccurrence(endedBy: context.moment.wall, in: context.zone).start
        let start = context.boot(of: ended)
        return start <= time && state.judged.map { ended > $0 } ?? true ? start : nil
    }

    /// Judges the newest window that is over, once.
    private func judge(_ state: inout State, _ context: RuleContext) -> [Finding] {
        guard context.isClockSet, let window = common.window, let since = state.since else { return [] }
        let ended = window.latestOccurrence(endedBy: context.moment.wall, in: context.zone)
        if let judged = state.judged {
            // A clock that ran far ahead and was set back has judged what has not been yet.
            if judged > context.moment.wall { state.judged = ended.start }
            guard ended.start > judged else { return [] }
        }
        state.judged = ended.start
        let start = context.boot(of: ended.start)
        guard since <= start + Self.promptness, days.contain(context.zone.civil(ended.start)),
            state.lastSign.map({ $0 < start }) ?? true, !state.away.touches(after: start)
        else { return [] }
        let isUnknown = state.blind.touches(after: start)
        if isUnknown, !raisesUnseen { return [] }
        state.isReported = true
        let doubt = isUnknown ? ", and part of that time could not be watched" : ""
        return [
            Finding(
                .began, .missed, device: nil, happened: min(ended.end, context.moment.wall),
                detail: "Not seen between \(window.from.clock) and \(window.to.clock)\(doubt).")
        ]
    }

    /// How late the rule may first look at a window and still have seen it.
    private static let promptness = Duration.seconds(1)
}
