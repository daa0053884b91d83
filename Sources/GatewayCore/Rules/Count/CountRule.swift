/// Something happens more often, or less often, than it should.
///
/// Counted are happenings within some time that slides along, or within a part of each day. What comes close
/// together is one. That it was too often is certain however little was seen; that it was too seldom only when
/// all of the time could be watched.
package struct CountRule: Rule {
    package struct State: RuleState {
        /// When the rule first looked.
        var since: BootTime?
        /// When the counted happenings were, oldest first; no more than it takes to be too many.
        var times: [BootTime] = []
        /// The newest happening, counted or not.
        var newest: BootTime?
        /// The beginning of the window to which the times belong.
        var window: WallTime?
        /// The beginning of the newest window that was judged as a whole.
        var judged: WallTime?
        /// The rule could not see one of its devices, the clock was not set, or the gateway was off.
        var blind = Interruption()
        /// Nothing was expected.
        var away = Interruption()
        var reported: Verdict?
        var evidence: [Reading] = []
    }

    enum Verdict: String, Codable, Sendable {
        case tooOften, tooSeldom
    }

    package static let kind = RuleKind(
        name: "count",
        summary: "Something happens more often, or less often, than it should in some time.",
        fields: [
            RuleField("signals", .signals(1...16), isRequired: true, "What is counted, all together."),
            RuleField("more_than", .count(0...mostCounted), "So often is still well; this, `fewer_than` or both."),
            RuleField(
                "fewer_than", .count(1...mostCounted),
                "So often would be well; judged at the end of the window, without one at midnight."),
            RuleField(
                "within", .duration(.minutes(1) ... .hours(24)),
                usually: "the window, without one 24h", "The time in which it must not be too often."),
            RuleField(
                "apart", .duration(.zero ... .hours(6)),
                usually: "5m", "What happens closer together than this is one, such as one visit to the bathroom."),
        ],
        defaultPriority: .concern,
        windowUse: .own,
        sight: .each,
        blindness: "it is not counted",
        conflicts: { values in
            var found: [RuleConflict] = []
            let (most, fewest) = (values.count("more_than"), values.count("fewer_than"))
            if most == nil, fewest == nil {
                found.append(RuleConflict("has no limit", hint: "add `more_than` or `fewer_than`"))
            }
            if let most, let fewest, fewest > most {
                found.append(
                    RuleConflict("is never content: `fewer_than` is above `more_than`", at: "fewer_than"))
            }
            if fewest != nil, values.duration("within") != nil {
                found.append(
                    RuleConflict(
                        "counts what is too seldom in a part of the day", at: "within",
                        hint: "give it a `window` in place of `within`"))
            }
            return found
        }
    )

    /// The highest limit, and so the bound of what is remembered.
    package static let mostCounted = 200
    private static let defaultApart = Duration.minutes(5)
    private static let wholeDay = DayWindow(from: TimeOfDay(minutes: 0), to: TimeOfDay(minutes: 1_440))
    /// How late the rule may first look at a window and still have seen it.
    private static let promptness = Duration.seconds(1)

    /// A power cut that loses the last seconds loses one happening of them.
    package static let remembersRoutine = true

    package let common: RuleCommon
    private let signals: [Signal]
    private let most: Int?
    private let fewest: Int?
    /// Nil to count within the window.
    private let within: Duration?
    private let apart: Duration

    package init(common: RuleCommon, values: RuleValues) {
        self.common = common
        signals = values.signals("signals")
        most = values.count("more_than")
        fewest = values.count("fewer_than")
        within = fewest == nil ? values.duration("within") ?? (common.window == nil ? .hours(24) : nil) : nil
        apart = values.duration("apart") ?? Self.defaultApart
    }

    package var watched: [WatchedCapability] { signals.map(\.watched) }

    package func begin() -> State { State() }

    package func observe(_ observation: Observation, _ state: inout State, _ context: RuleContext) -> [Finding] {
        let now = context.moment.boot
        if state.since == nil { state.since = now }
        state.blind.follow(!isAllKnown(context), at: now)
        state.away.follow(context.isAway, at: now)
        if case .resumed = observation { state.blind.end(at: now) }
        var findings = judge(&state, context)
        findings += turn(&state, context)
        if case .reading(let reading, let isChange) = observation,
            signals.contains(where: { $0.happens(in: reading, isChange: isChange) })
        {
            findings += count(reading, &state, context)
        }
        return findings + slide(&state, context)
    }

    package func deadline(_ state: State, _ context: RuleContext) -> BootTime? {
        var due: [BootTime] = []
        if let window = judgedWindow { due.append(context.nextEdge(of: window)) }
        if let within, let most, state.reported != nil {
            if let first = state.times.first { due.append(first + within) }
            if state.times.count <= most, let ended = state.blind.ended { due.append(ended + within) }
        }
        return due.min()
    }

    package func conditions(_ state: State, _ context: RuleContext) -> [ConditionStanding] {
        let limits = [most.map { "more than \($0)" }, fewest.map { "fewer than \($0)" }].compactMap(\.self)
        let period = within.map { "within \($0.inUnits)" } ?? judgedWindow.map { "at \($0.clock)" } ?? ""
        let words = "\(limits.joined(separator: " or ")) times \(period), \(state.times.count) counted by now"
        return [
            ConditionStanding(
                nil, words, Truth(state.reported != nil), since: state.times.first.map { context.moment.wall(of: $0) },
                isFound: state.reported != nil)
        ]
    }

    /// The part of the day at whose turns the rule must look.
    private var judgedWindow: DayWindow? { common.window ?? (fewest == nil ? nil : Self.wholeDay) }

    private func isAllKnown(_ context: RuleContext) -> Bool {
        (judgedWindow == nil || context.isClockSet) && signals.allSatisfy { context.isSeen($0.device) }
    }

    // MARK: - Too often

    private func count(_ reading: Reading, _ state: inout State, _ context: RuleContext) -> [Finding] {
        let time = reading.moment.boot - reading.age
        if let window = judgedWindow {
            guard context.isClockSet,
                let running = window.occurrence(at: context.moment.wall(of: time), in: context.zone),
                running.start == state.window
            else { return [] }
        }
        let isSame = state.newest.map { time - $0 < apart } ?? false
        state.newest = max(time, state.newest ?? time)
        if isSame { return [] }
        state.times.append(max(time, state.times.last ?? time))
        state.evidence.append(reading)
        if state.evidence.count > Limits.evidence { state.evidence.removeFirst() }
        if state.times.count > Self.mostCounted + 1 { state.times.removeFirst() }
        forgetOld(&state, context)
        if let fewest, state.reported == .tooSeldom, state.times.count >= fewest { return [end(&state, context)] }
        guard let most, state.times.count > most, state.reported != .tooOften else { return [] }
        state.reported = .tooOften
        return [began(times(state.times.count) + span("tonight") + ", more than \(most).", context.moment.wall, state)]
    }

    /// What has slid out of the time counts no more.
    private func slide(_ state: inout State, _ context: RuleContext) -> [Finding] {
        forgetOld(&state, context)
        guard let within, let most, state.reported != nil, state.times.count <= most,
            !state.blind.touches(after: context.moment.boot - within)
        else { return [] }
        return [end(&state, context)]
    }

    private func forgetOld(_ state: inout State, _ context: RuleContext) {
        let now = context.moment.boot
        guard let within, let first = state.times.first, first + within <= now else { return }
        state.times.removeAll { $0 + within <= now }
        state.evidence.removeAll { $0.moment.boot + within <= now }
    }

    // MARK: - Windows

    /// A new window begins a new count, and ends what was too often in the one before.
    private func turn(_ state: inout State, _ context: RuleContext) -> [Finding] {
        guard let window = judgedWindow, context.isClockSet,
            let running = window.occurrence(at: context.moment.wall, in: context.zone), running.start != state.window
        else { return [] }
        state.window = running.start
        // What slides along does not end with a window.
        if within != nil { return [] }
        state.times = []
        state.newest = nil
        state.evidence = []
        guard state.reported == .tooOften else { return [] }
        return [end(&state, context)]
    }

    /// Judges the newest window that is over as a whole, once.
    private func judge(_ state: inout State, _ context: RuleContext) -> [Finding] {
        guard let fewest, let window = judgedWindow, context.isClockSet, let since = state.since else { return [] }
        let ended = window.latestOccurrence(endedBy: context.moment.wall, in: context.zone)
        if let judged = state.judged {
            // A clock that ran far ahead and was set back has judged what has not been yet.
            if judged > context.moment.wall { state.judged = ended.start }
            guard ended.start > judged else { return [] }
        }
        state.judged = ended.start
        let start = context.boot(of: ended.start)
        guard state.window == ended.start, since <= start + Self.promptness, state.times.count < fewest,
            !state.away.touches(after: start), !state.blind.touches(after: start)
        else { return [] }
        state.reported = .tooSeldom
        return [began(times(state.times.count) + span("last night") + ", fewer than \(fewest).", ended.end, state)]
    }

    private func end(_ state: inout State, _ context: RuleContext) -> Finding {
        state.reported = nil
        return Finding(.ended, .unusualCount, device: nil, happened: context.moment.wall)
    }

    // MARK: - Words

    private func began(_ detail: String, _ happened: WallTime, _ state: State) -> Finding {
        Finding(
            .began, .unusualCount, device: nil, happened: happened, evidence: state.evidence, detail: detail)
    }

    /// "7 times", "Once".
    private func times(_ count: Int) -> String {
        switch count {
        case 0: "Not once"
        case 1: "Once"
        default: "\(count) times"
        }
    }

    /// " tonight", " between 07:00 and 11:00", " within 2 hours".
    private func span(_ night: String) -> String {
        if let within { return " within \(within.inWords)" }
        guard let window = common.window else { return " that day" }
        return window.from > window.to ? " \(night)" : " between \(window.from.clock) and \(window.to.clock)"
    }
}
