internal import GatewayCore
internal import Testing

/// The boot-time line over restarts and reboots.
@Suite struct TimeLineTests {
    private static let hour = Duration.hours(1).nanoseconds
    private static let wall = WallTime(milliseconds: 1_795_330_800_000)

    private static func mark(_ quality: ClockQuality = .synchronised, offset: Int64 = 5) -> TimeMark {
        let moment = Moment(boot: BootTime(nanoseconds: 10 * hour), wall: wall, quality: quality)
        return TimeMark(moment: moment, bootID: "a", offset: offset)
    }

    private static func resumed(
        _ mark: TimeMark, _ bootID: String, boot: Int64, after: Duration, _ quality: ClockQuality = .synchronised
    ) -> TimeLine {
        .resumed(after: mark, bootID: bootID, boot: boot, wall: wall + after, quality: quality)
    }

    @Test func `in the same boot the kernel's clock ran on`() {
        let line = Self.resumed(Self.mark(), "a", boot: 12 * Self.hour - 5, after: .days(900))
        #expect(line.offset == 5)
        #expect(line.outage == Outage(length: .hours(2), isKnown: true))
    }

    @Test func `it never runs backwards, whatever the record says`() {
        let line = Self.resumed(Self.mark(), "a", boot: 2 * Self.hour, after: .zero)
        #expect(line.time(ofBoot: 2 * Self.hour) == BootTime(nanoseconds: 10 * Self.hour))
        #expect(line.outage?.length == .zero)
    }

    @Test func `over a reboot a trusted clock tells the gap`() {
        let line = Self.resumed(Self.mark(), "b", boot: Self.hour / 60, after: .hours(7))
        #expect(line.outage == Outage(length: .hours(7), isKnown: true))
        #expect(line.time(ofBoot: Self.hour / 60) == BootTime(nanoseconds: 17 * Self.hour))
    }

    @Test(arguments: [
        (ClockQuality.synchronised, ClockQuality.unsynchronised, Duration.hours(7)),
        (.unsynchronised, .synchronised, .hours(7)),
        (.synchronised, .synchronised, .zero - .days(2)),
        (.synchronised, .synchronised, .days(9_000)),
    ])
    func `over a reboot without a believable gap only this boot is certain`(
        _ row: (ClockQuality, ClockQuality, Duration)
    ) {
        let line = Self.resumed(Self.mark(row.0), "b", boot: Self.hour, after: row.2, row.1)
        #expect(line.outage == Outage(length: .hours(1), isKnown: false))
        #expect(line.time(ofBoot: Self.hour) == BootTime(nanoseconds: 11 * Self.hour))
    }

    @Test func `a gap is at least as long as this boot`() {
        let line = Self.resumed(Self.mark(), "b", boot: 3 * Self.hour, after: .minutes(5))
        #expect(line.outage?.length == .hours(3))
    }
}
