/// One day of a person's routine while it runs: what was counted, and what speaks against counting it.
///
/// It runs from one end of the day to the next (`BaselineMeasure.dayEnds`), by the clock of the home.
struct BaselineDay: Hashable, Codable, Sendable {
    /// The local date on which it began, in days since 1970.
    let number: Int
    /// When it began by the clock, and on the line of boot time.
    let began: WallTime
    let beganBoot: BootTime
    /// When the part of it that counts begins.
    let countsFrom: BootTime

    /// What was counted so far; for getting up nil until somebody did.
    var count: Int?
    /// The quarter-hour counted last, or the last sign of a visit.
    var lastQuarter: Int?
    var lastSign: BootTime?
    /// Time in bed so far, without what runs.
    var inBed = Duration.zero

    /// What nobody saw of it: the gateway was off, or began late.
    var missed: Duration
    private(set) var away = Stretch()
    private(set) var visited = Stretch()
    private(set) var unseen = Stretch()
    var wasClockUnset = false

    /// A time that adds up while something lasts.
    struct Stretch: Hashable, Codable, Sendable {
        private(set) var total = Duration.zero
        private(set) var since: BootTime?

        mutating func follow(_ isSo: Bool, at now: BootTime) {
            switch (isSo, since) {
            case (true, nil): since = now
            case (false, .some(let begin)):
                total += max(.zero, now - begin)
                since = nil
            default: break
            }
        }

        func total(until end: BootTime) -> Duration {
            total + (since.map { max(.zero, end - $0) } ?? .zero)
        }
    }

    init(number: Int, began: WallTime, beganBoot: BootTime, countsFrom: BootTime, missed: Duration) {
        self.number = number
        self.began = began
        self.beganBoot = beganBoot
        self.countsFrom = countsFrom
        self.missed = missed
    }

    mutating func countOne() { count = (count ?? 0) + 1 }

    /// Takes note of who is in the home and what can be seen.
    mutating func follow(_ context: RuleContext, _ devices: [Device], sparesAway: Bool) {
        let now = context.moment.boot
        let isAway = context.mode == .holiday || (context.isAway && !sparesAway)
        away.follow(isAway, at: now)
        visited.follow(!context.visits.isEmpty || context.mode == .visitors, at: now)
        unseen.follow(devices.contains { !context.isSeen($0.id) }, at: now)
        if !context.isClockSet { wasClockUnset = true }
    }

    /// Whether the day can tell of the person's routine, now that it is over.
    ///
    /// - Parameters:
    ///   - end: its end by the clock and on the line of boot time.
    func isValid(endedAt end: WallTime, boot endBoot: BootTime) -> Bool {
        let isClockSteady = ((end - began) - (endBoot - beganBoot)).magnitude <= Self.clockDrift
        let blind = missed + unseen.total(until: endBoot)
        return isClockSteady && !wasClockUnset && blind <= Self.mostUnseen
            && away.total(until: endBoot) <= Self.mostAway && visited.total(until: endBoot) <= Self.mostVisited
    }

    /// So long may the residents be away or a visitor be there, and the day still be one of theirs.
    static let mostAway = Duration.hours(4)
    static let mostVisited = Duration.hours(4)
    /// So long may the gateway or a sensor see nothing.
    static let mostUnseen = Duration.hours(2)
    /// A clock that was moved by more than this makes the day another length than it seems.
    static let clockDrift = Duration.minutes(10)
}
