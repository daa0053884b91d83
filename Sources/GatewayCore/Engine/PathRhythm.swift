/// How often anything is heard over a path, by which one that is "connected" but delivers nothing is noticed.
///
/// The longest time between two readings is kept for each day on which something was heard. What has been
/// silent for several times the longest of the last two weeks has stopped. Days are counted on the boot-time
/// line, so no clock step makes two of one.
struct PathRhythm: Hashable, Codable, Sendable {
    struct Day: Hashable, Codable, Sendable {
        /// Days since the line began.
        var day: Int64
        /// Whole seconds.
        var longest: Int64
    }

    let path: Path
    /// Oldest first.
    private(set) var days: [Day] = []
    /// When the path last came back: nothing was to be heard before.
    var backSince: BootTime

    init(path: Path, backSince: BootTime) {
        self.path = path
        self.backSince = backSince
    }

    /// Two weeks show both kinds of days, and forget how the home was before.
    static let longestSpan: Int64 = 14
    /// A week shows what a home is like; before it only what the devices promise counts.
    static let fewestDays = 7
    /// So much longer than ever in two weeks is no chance any more.
    static let patience: Int64 = 3
    /// A shorter silence is none: bridges restart, and sleepy devices wait for their hour.
    static let shortestSilence = Duration.hours(2)

    /// Takes note of the time between two readings.
    ///
    /// - Returns: whether it is the longest of its day, and so is to be remembered.
    mutating func take(_ gap: Duration, at time: BootTime) -> Bool {
        let day = time.nanoseconds.flooredQuotient(by: Duration.days(1).nanoseconds)
        let seconds = gap.nanoseconds / 1_000_000_000
        if let last = days.last, last.day == day {
            guard seconds > last.longest else { return false }
            days[days.count - 1].longest = seconds
        } else {
            days.append(Day(day: day, longest: seconds))
            days.removeAll { $0.day <= day - Self.longestSpan || $0.day > day }
        }
        return true
    }

    /// For how long nothing may be heard.
    ///
    /// - Parameter promised: the shortest silence at which one of its devices is missed.
    func longestSilence(promised: Duration) -> Duration {
        guard days.count >= Self.fewestDays, let longest = days.map(\.longest).max() else { return promised }
        return min(promised, max(Self.shortestSilence, .seconds(longest * Self.patience)))
    }
}
