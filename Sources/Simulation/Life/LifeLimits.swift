/// Every bound of the simulated lives, each with its reason. Times are milliseconds.
enum LifeLimits {
    static let second: Int64 = 1_000
    static let minute: Int64 = 60_000
    static let hour: Int64 = 3_600_000
    static let day: Int64 = 86_400_000
    /// Nobody's day begins before: so a night always lies between two days.
    static let earliestRise = 4 * hour + 10 * minute
    static let latestRise = 12 * hour
    static let earliestRetiring = 19 * hour + 30 * minute
    /// 03:20 of the next day, before the earliest rise.
    static let latestRetiring = 27 * hour + 20 * minute
    /// No life slows down to less of what it was, in per mille: below it nothing would be left to see.
    static let leastActivity: Int64 = 400
    /// The longest that a forgotten stove stays on: then its own thermostat or a smell ends it.
    static let longestStove = 4 * hour
    /// The longest that somebody lies on the floor before they are found.
    static let longestLie = 12 * hour
    /// A block of days in which at most one holiday lies, so that any day can be made by itself.
    static let holidayBlock = 35
    /// The same for illnesses.
    static let illnessBlock = 21
    /// See `LifeDetail.changesOfRoom`.
    static let stillThere = 20 * minute
    /// A visitor whom nobody lets in goes again.
    static let visitorWaits = 30 * minute
}
