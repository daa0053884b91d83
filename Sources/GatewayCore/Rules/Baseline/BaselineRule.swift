/// A person's routine has changed against their own baseline.
///
/// Each day gives one number: movement, nights, the bathroom, sleep, outings or getting up. The middle of the
/// last days is compared with the middle of the weeks before. Only days that can tell are learned, and what
/// is found rests on at least half a baseline. While a change is open its days are kept out of the baseline,
/// so that a decline does not become the norm unnoticed.
package struct BaselineRule: Rule {
    package struct State: RuleState {
        /// The day that runs; nil until the clock is set.
        var day: BaselineDay?
        var history = BaselineHistory()
        /// Days in a row that showed a change: above zero of more, below zero of less.
        var signs = 0
        var open: Open?
        /// Of beds: which are known to be occupied or not, which are occupied, and since when any is.
        var known: [DeviceID] = []
        var occupied: [DeviceID] = []
        var inBedSince: BootTime?
        /// Whether the home was empty when that was last known.
        var wasEmpty: Truth = .unknown
    }

    /// A change that was told.
    struct Open: Hashable, Codable, Sendable {
        /// The baseline lies before this date.
        var from: Int
        /// The date on which it was found.
        var found: Int
        var isMore: Bool
    }

    package static let kind = RuleKind(
        name: "baseline",
        summary: "A resident's routine changes against their own baseline: movement, sleep, bathroom, outings.",
        fields: [
            RuleField(
                "devices", .devices(anyOf: Capability.allCases.filter(\.showsActivity)), isRequired: true,
                "The sensors that tell of it; all of them are needed."),
            RuleField(
                "measure", .choice(BaselineMeasure.allCases.map(\.rawValue)), isRequired: true, "What is compared."),
            RuleField(
                "over", .duration(.days(3) ... .days(14)), usually: "7d", "How many of the last days are compared."),
            RuleField(
                "baseline_days", .count(14...50), usually: "28", "How many days before them make the baseline."),
            RuleField("change_percent", .count(10...500), usually: "40", "From how much it is a change."),
            RuleField(
                "direction", .choice(Direction.allCases.map(\.rawValue)),
                usually: "either", "Whether `less`, `more` or `either` is a change."),
            RuleField(
                "apart", .duration(.minutes(1) ... .hours(2)),
                usually: "5m", "Signs in the bathroom closer together than this are one visit."),
            RuleField(
                "accepts_after", .duration(.days(28) ... .days(112)),
                usually: "56d", "After how long a change becomes what is usual."),
        ],
        defaultPriority: .concern,
        windowUse: .own,
        blindness: "a change of routine goes unnoticed"
    )

    /// Losing the last seconds of a day's counts changes nothing that the middle of a week shows.
    package static let remembersRoutine = true

    enum Direction: String, CaseIterable, Sendable {
        case less, more, either

        func includes(_ isMore: Bool) -> Bool {
            self == .either || (self == .more) == isMore
        }
    }

    /// Days in a row that must show a change before it is told.
    static let signsNeeded = 2

    package let common: RuleCommon
    let devices: [Device]
    let measure: BaselineMeasure
    let window: DayWindow?
    let dayEnds: TimeOfDay
    let recentDays: Int
    let baselineDays: Int
    let percent: Int
    let direction: Direction
    let apart: Duration
    let acceptsAfter: Int

    package init(common: RuleCommon, values: RuleValues) {
        func days(_ duration: Duration) -> Int { Int(duration.wholeSeconds / 86_400) }
        self.common = common
        devices = values.devices("devices")
        measure = values.choice("measure").flatMap(BaselineMeasure.init) ?? .activity
        window = common.window ?? measure.defaultWindow
        dayEnds = measure.dayEnds(window)
        recentDays = days(values.duration("over") ?? .days(7))
        baselineDays = values.count("baseline_days") ?? 28
        percent = values.count("change_percent") ?? 40
        direction = values.choice("direction").flatMap(Direction.init) ?? .either
        apart = values.duration("apart") ?? .minutes(5)
        acceptsAfter = days(values.duration("accepts_after") ?? .days(56))
    }

    package var watched: [WatchedCapability] {
        devices.flatMap { device in
            device.capabilities.filter { measure == .sleep ? $0 == .bedOccupied : $0.showsActivity }
                .map { WatchedCapability(device.id, $0) }
        }
    }

    package func begin() -> State { State() }

    package func observe(_ observation: Observation, _ state: inout State, _ context: RuleContext) -> [Finding] {
        var outage: Duration?
        if case .resumed(let stop) = observation { outage = stop.length }
        let findings = followDay(&state, context, outage: outage)
        state.day?.follow(context, devices, sparesAway: !measure.isSpoiledByAway)
        switch observation {
        case .reading(let reading, let isChange):
            if measure == .sleep {
                followBed(reading, &state)
            } else if reading.showsSomebody(isChange: isChange) {
                count(&state, context)
            }
        case .lost(let device): if measure == .sleep { forgetBed(device, &state, context.moment.boot) }
        case .resumed, .reachable, .personActive, .visit, .tick: break
        }
        if measure == .outings { countOuting(&state, context) }
        return findings
    }

    package func deadline(_ state: State, _ context: RuleContext) -> BootTime? {
        guard context.isClockSet else { return context.moment.boot + RuleContext.clockRecheck }
        let wall = context.moment.wall
        return context.moment.boot + (context.zone.next(dayEnds, atOrAfter: wall + .milliseconds(1)) - wall)
    }

    package func conditions(_ state: State, _ context: RuleContext) -> [ConditionStanding] {
        let words = "\(measure.rawValue.map { $0 == "_" ? " " : String($0) }.joined()) otherwise than usual"
        return [ConditionStanding(nil, words, Truth(state.open != nil), isFound: state.open != nil)]
    }

    // MARK: - From day to day

    /// Ends the day that is over, judges it, and begins the next.
    private func followDay(_ state: inout State, _ context: RuleContext, outage: Duration?) -> [Finding] {
        guard context.isClockSet else {
            if let outage { state.day?.missed += outage }
            return []
        }
        let now = context.moment
        let next = day(at: now, context.zone)
        guard var over = state.day else {
            state.day = next
            return []
        }
        // In the hour that a night has twice, the day before seems to run again.
        if next.number == over.number || next.number == over.number - 1 {
            if let outage { state.day?.missed += outage }
            return []
        }
        if let outage { over.missed += max(.zero, next.beganBoot - (now.boot - outage)) }
        if let since = state.inBedSince {
            over.inBed += max(.zero, next.beganBoot - max(since, over.countsFrom))
            state.inBedSince = max(since, next.beganBoot)
        }
        state.day = next
        guard next.number == over.number + 1, over.isValid(endedAt: next.began, boot: next.beganBoot),
            let value = value(of: over, until: next.beganBoot, state)
        else { return [] }
        return judge(value, of: over.number, &state, context)
    }

    /// The day that runs now. What of it has passed already, nobody has seen.
    private func day(at now: Moment, _ zone: ZoneTable) -> BaselineDay {
        let began = lastEnd(at: now.wall, zone)
        let civil = zone.civil(began)
        let from = window.map { zone.next($0.from, atOrAfter: began) } ?? began
        let beganBoot = now.boot - (now.wall - began)
        return BaselineDay(
            number: CivilTime.day(year: civil.year, month: civil.month, day: civil.day), began: began,
            beganBoot: beganBoot, countsFrom: beganBoot + (from - began), missed: now.boot - beganBoot)
    }

    /// The newest end of a day that is not later than now.
    private func lastEnd(at wall: WallTime, _ zone: ZoneTable) -> WallTime {
        // A day has 25 hours at most, and one more hour may be skipped.
        var end = zone.next(dayEnds, atOrAfter: wall - .hours(27))
        while true {
            let later = zone.next(dayEnds, atOrAfter: end + .milliseconds(1))
            if later > wall { return end }
            end = later
        }
    }
}
