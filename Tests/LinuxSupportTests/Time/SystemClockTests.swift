import GatewayCore
import Testing

@testable import LinuxSupport

struct SystemClockTests {
    @Test func `a moment follows the line and the wall clock`() {
        let mark = TimeMark(
            moment: Moment(
                boot: BootTime(nanoseconds: 5_000_000_000_000_000), wall: SystemClock.wallTime(),
                quality: .synchronised),
            bootID: "an earlier boot", offset: 0)
        let line = TimeLine.resumed(
            after: mark, bootID: "this boot", boot: SystemClock.kernelBootTime(), wall: SystemClock.wallTime(),
            quality: .unsynchronised)
        let clock = SystemClock(line: line, bootID: "this boot")
        let before = SystemClock.kernelBootTime()
        let wallBefore = SystemClock.wallTime()
        let moment = clock.now()
        let after = SystemClock.kernelBootTime()
        #expect((line.time(ofBoot: before)...line.time(ofBoot: after)).contains(moment.boot))
        #expect(moment.wall >= wallBefore)
        #expect((before...after).contains(clock.kernelNanoseconds(of: moment.boot)))
    }

    @Test func `the kernel names its boot, the same each time`() {
        #expect(SystemClock.bootID() == SystemClock.bootID())
        #expect(SystemClock.bootID().count == 36)
    }

    @Test(arguments: [
        (true, true, true, true, ClockQuality.synchronised),
        (true, true, false, true, .synchronised),
        (false, true, false, true, .holdover),
        (false, false, true, true, .holdover),
        (false, false, false, true, .unsynchronised),
        (true, true, true, false, .unsynchronised),
        (false, false, true, false, .unsynchronised),
    ])
    func `the clock is believed as far as its sources go`(
        isSynchronised: Bool, wasSynchronised: Bool, hasRealTimeClock: Bool, isPlausible: Bool, expected: ClockQuality
    ) {
        let quality = ClockQualityWatch.quality(
            isSynchronised: isSynchronised, wasSynchronised: wasSynchronised, hasRealTimeClock: hasRealTimeClock,
            isPlausible: isPlausible)
        #expect(quality == expected)
    }

    @Test func `a wall clock before the floor is never believed`() {
        let floor = SystemClock.wallTime() + .days(365)
        let clock = SystemClock(line: .first, bootID: "b", floor: floor)
        #expect(clock.now().quality == .unsynchronised)
    }
}
