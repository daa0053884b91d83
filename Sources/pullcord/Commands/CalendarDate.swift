import ArgumentParser
import GatewayCore

/// A date on the command line, "2026-11-28".
struct CalendarDate: ExpressibleByArgument {
    /// Days since 1970-01-01.
    let day: Int

    /// Years for which the zones' law is known well enough.
    private static let years = 2_000...2_100

    init?(argument: String) {
        let parts = argument.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2]), Self.years.contains(year), (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        let number = CivilTime.day(year: year, month: month, day: day)
        // The 31st of a month with thirty days is another date.
        guard CivilTime(WallTime(milliseconds: Int64(number) * 86_400_000)).day == day else { return nil }
        self.day = number
    }
}
