internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// Times of day on the nights on which the clocks change. Expected values from the tzdata of the zone.
@Suite struct ZoneTableTests {
    private static let zone = ZoneTable.brussels2026

    private static func utc(_ day: (Int, Int), _ hour: Int, _ minute: Int) -> WallTime {
        let days = CivilTime.day(year: 2026, month: day.0, day: day.1)
        return WallTime(milliseconds: Int64(days) * 86_400_000 + Int64(hour * 60 + minute) * 60_000)
    }

    @Test func `the offset changes at the transition and not before`() {
        #expect(Self.zone.offset(at: Self.utc((3, 29), 0, 59)) == 3_600)
        #expect(Self.zone.offset(at: Self.utc((3, 29), 1, 0)) == 7_200)
        #expect(Self.zone.offset(at: Self.utc((10, 25), 0, 59)) == 7_200)
        #expect(Self.zone.offset(at: Self.utc((10, 25), 1, 0)) == 3_600)
        #expect(Self.zone.civil(Self.utc((3, 29), 1, 0)).clock == "03:00")
        #expect(Self.zone.civil(Self.utc((10, 25), 1, 0)).clock == "02:00")
    }

    @Test(arguments: [
        // A time that is skipped: the first instant after the gap.
        (150, (3, 28), 12, (3, 29), 1, 0),
        // A time that comes twice: the earlier.
        (150, (10, 24), 12, (10, 25), 0, 30),
        // Around both nights.
        (60, (3, 28), 12, (3, 29), 0, 0), (180, (3, 28), 12, (3, 29), 1, 0), (420, (3, 29), 0, (3, 29), 5, 0),
        (180, (10, 24), 12, (10, 25), 2, 0), (60, (10, 24), 12, (10, 24), 23, 0),
        (1_440, (6, 1), 12, (6, 1), 22, 0), (0, (6, 1), 12, (6, 1), 22, 0),
    ])
    func `the next time of day`(_ row: (Int, (Int, Int), Int, (Int, Int), Int, Int)) {
        let (minutes, from, hour, day, toHour, toMinute) = row
        let found = Self.zone.next(TimeOfDay(minutes: minutes), atOrAfter: Self.utc(from, hour, 0))
        #expect(found == Self.utc(day, toHour, toMinute))
    }

    @Test func `a window across midnight holds on both sides of it`() {
        let night = DayWindow(from: TimeOfDay(minutes: 1_320), to: TimeOfDay(minutes: 390))
        for (hour, minute, isInside) in [(21, 59, false), (22, 0, true), (0, 0, true), (6, 29, true), (6, 30, false)] {
            let time = Self.utc((1, 15), (hour + 23) % 24, minute)
            #expect(night.contains(time, in: Self.zone) == isInside, "\(hour):\(minute)")
        }
        #expect(night.clock == "22:00–06:30")
    }

    @Test func `every edge of a window comes, in order, through a year`() {
        let night = DayWindow(from: TimeOfDay(minutes: 150), to: TimeOfDay(minutes: 390))
        var time = Self.utc((1, 1), 12, 0)
        var edges = 0
        while time < Self.utc((12, 31), 12, 0) {
            let next = night.nextEdge(after: time, in: Self.zone)
            #expect(next > time)
            #expect(next - time <= .hours(25))
            time = next
            edges += 1
        }
        #expect(edges == 729)
    }

    @Test func `civil time goes there and back`() {
        for day in stride(from: -800_000, through: 800_000, by: 997) {
            let civil = CivilTime(WallTime(milliseconds: Int64(day) * 86_400_000 + 45_296_789))
            #expect(CivilTime.day(year: civil.year, month: civil.month, day: civil.day) == day)
            #expect((civil.hour, civil.minute, civil.second, civil.millisecond) == (12, 34, 56, 789))
        }
        #expect(WallTime(milliseconds: 951_782_400_000).rfc3339 == "2000-02-29T00:00:00.000Z")
        #expect(WallTime(milliseconds: -1).rfc3339 == "1969-12-31T23:59:59.999Z")
        #expect(CivilTime(WallTime(milliseconds: 0)).weekday == 4)
        #expect(CivilTime(WallTime(milliseconds: -86_400_000)).weekday == 3)
    }

    @Test(arguments: [Int64.min, .min + 1, -1, 0, .max])
    func `no wall time is too strange to be shown`(_ milliseconds: Int64) {
        #expect(!WallTime(milliseconds: milliseconds).rfc3339.isEmpty)
        #expect((1...7).contains(CivilTime(WallTime(milliseconds: milliseconds), offset: -43_200).weekday))
    }
}
