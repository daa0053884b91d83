internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// Occurrences of windows, on ordinary nights and on those on which the clocks change.
@Suite struct DayWindowOccurrenceTests {
    private static let zone = ZoneTable.brussels2026

    private static func utc(_ month: Int, _ day: Int, _ hour: Int, _ minute: Int = 0) -> WallTime {
        let days = CivilTime.day(year: 2026, month: month, day: day)
        return WallTime(milliseconds: Int64(days) * 86_400_000 + Int64(hour * 60 + minute) * 60_000)
    }

    private static func window(_ from: Int, _ to: Int) -> DayWindow {
        DayWindow(from: TimeOfDay(minutes: from), to: TimeOfDay(minutes: to))
    }

    private static let night = window(1_320, 390)

    @Test(arguments: [
        // Before midnight, after it, and at the first instant.
        (utc(6, 1, 20), utc(6, 1, 20), utc(6, 2, 4, 30)), (utc(6, 2, 4, 29), utc(6, 1, 20), utc(6, 2, 4, 30)),
        (utc(6, 1, 23), utc(6, 1, 20), utc(6, 2, 4, 30)),
        // The short night and the long one.
        (utc(3, 29, 3), utc(3, 28, 21), utc(3, 29, 4, 30)), (utc(10, 25, 5), utc(10, 24, 20), utc(10, 25, 5, 30)),
    ])
    func `a night has one beginning and one end`(_ row: (WallTime, WallTime, WallTime)) throws {
        let found = try #require(Self.night.occurrence(at: row.0, in: Self.zone))
        #expect(found.start == row.1)
        #expect(found.end == row.2)
    }

    @Test func `outside the window there is none, and the next is found`() {
        #expect(Self.night.occurrence(at: Self.utc(6, 2, 4, 30), in: Self.zone) == nil)
        #expect(Self.night.occurrence(at: Self.utc(6, 1, 19, 59), in: Self.zone) == nil)
        #expect(Self.night.nextOccurrence(after: Self.utc(6, 1, 19, 59), in: Self.zone).start == Self.utc(6, 1, 20))
        #expect(Self.night.nextOccurrence(after: Self.utc(6, 1, 20), in: Self.zone).start == Self.utc(6, 2, 20))
    }

    @Test func `a window in the skipped hour does not happen that day`() {
        let skipped = Self.window(125, 150)
        #expect(skipped.occurrence(at: Self.utc(3, 29, 1), in: Self.zone) == nil)
        let next = skipped.nextOccurrence(after: Self.utc(3, 28, 12), in: Self.zone)
        #expect(next.start == Self.utc(3, 30, 0, 5))
    }

    @Test func `a window in the doubled hour happens once`() {
        let doubled = Self.window(120, 150)
        #expect(doubled.occurrence(at: Self.utc(10, 25, 0, 10), in: Self.zone)?.end == Self.utc(10, 25, 0, 30))
        #expect(doubled.occurrence(at: Self.utc(10, 25, 1, 10), in: Self.zone) == nil)
    }

    @Test func `a window that ends with the day ends at midnight`() {
        let evening = Self.window(1_200, 1_440)
        #expect(evening.occurrence(at: Self.utc(6, 1, 21, 59), in: Self.zone)?.end == Self.utc(6, 1, 22))
        #expect(evening.occurrence(at: Self.utc(6, 1, 22), in: Self.zone) == nil)
    }
}
