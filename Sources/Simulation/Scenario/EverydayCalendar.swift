internal import GatewayCore

/// When in a run it is what time by the clock on the wall: people live by the clock, also after it has changed.
struct EverydayCalendar {
    /// The first day, since 1970.
    private let first: Int
    private let beginning: WallTime

    init(_ begins: Scenario.Date) {
        first = CivilTime.day(year: begins.year, month: begins.month, day: begins.day)
        beginning = SimulatedHome.zone.instant(of: TimeOfDay(minutes: 0), onDay: first)
    }

    /// The first day's, 0 for a Monday.
    var weekday: Int {
        (CivilTime(WallTime(milliseconds: Int64(first) * Self.day)).weekday + 6) % 7
    }

    private static let day: Int64 = 86_400_000

    /// - Parameters:
    ///   - day: of the run, from 0.
    ///   - milliseconds: after the day's midnight by the clock; beyond 24 hours it is the next day's.
    func runTime(ofDay day: Int, milliseconds: Int64) -> Duration {
        let later = milliseconds / Self.day
        let date = first + day + Int(later)
        let time = milliseconds - later * Self.day
        // The clocks change between midnight and noon.
        let isMorning = time < 3 * 3_600_000
        let known = SimulatedHome.zone.instant(of: TimeOfDay(minutes: isMorning ? 0 : 720), onDay: date)
        return (known - beginning) + .milliseconds(time - (isMorning ? 0 : Self.day / 2))
    }
}
