internal import GatewayCore

/// The clocks of the simulated box, seen from true time.
///
/// The kernel's boot-time clock runs a little fast or slow; the wall clock is as wrong as it was set.
struct SimulatedClock {
    private(set) var bootID = "boot-1"
    private(set) var line = TimeLine.first
    private(set) var quality = ClockQuality.synchronised
    /// The true time of the box's boot, and how many boots there were.
    private var booted = Duration.zero
    private var boots = 1
    private var isBooted = true
    /// Parts per million by which the boot-time clock runs fast.
    private let drift: Int64
    /// How far the wall clock is ahead of the true time.
    private var error = Duration.zero
    /// True wall time of the run's beginning.
    private let beginning: WallTime
    /// The line never runs backwards within a life.
    private var newest = BootTime.zero

    /// - Parameter begins: the day at whose midnight in the home's zone the run begins.
    init(seed: UInt64, begins: Scenario.Date, zone: ZoneTable) {
        drift = Chance.fixed(seed, 10, below: 201) - 100
        let day = CivilTime.day(year: begins.year, month: begins.month, day: begins.day)
        let noonBefore = WallTime(milliseconds: (Int64(day) * 24 - 12) * 3_600_000)
        beginning = zone.next(TimeOfDay(minutes: 0), atOrAfter: noonBefore)
    }

    func trueWall(_ time: Duration) -> WallTime { beginning + time }

    mutating func moment(_ time: Duration) -> Moment {
        let boot = max(line.time(ofBoot: kernelBoot(time)), newest)
        newest = boot
        return Moment(boot: boot, wall: trueWall(time) + error, quality: quality)
    }

    /// The true time at which the line will show a time, or a little after.
    func time(of boot: BootTime, from now: Duration) -> Duration {
        let left = (boot - line.time(ofBoot: kernelBoot(now))).nanoseconds
        if left <= 0 { return now }
        // Not `left * 1_000_000 / (1_000_000 + drift)`: that overflows after two and a half hours.
        let near = min(left, Self.farthest.nanoseconds)
        return now + .nanoseconds(near - near * drift / (1_000_000 + drift) + Self.rounding)
    }

    /// Nothing is looked for farther ahead; a tick before its time only looks again.
    private static let farthest = Duration.days(900)
    /// The drift is counted in whole parts of a millisecond's thousandth, so a time may be short by this.
    private static let rounding: Int64 = 200

    private func kernelBoot(_ time: Duration) -> Int64 {
        let elapsed = (time - booted).nanoseconds
        return elapsed + elapsed / 1_000_000 * drift
    }

    // MARK: - What happens to it

    mutating func step(by size: Duration) {
        error = error + size
    }

    /// A time source was reached.
    mutating func synchronise() {
        error = .zero
        quality = .synchronised
    }

    mutating func reboot(at time: Duration, hasClock: Bool) {
        boots += 1
        bootID = "boot-\(boots)"
        booted = time
        quality = hasClock ? .holdover : .unsynchronised
        // A box without a clock begins at the date its system was built.
        if !hasClock { error = WallTime(milliseconds: 1_704_067_200_000) - trueWall(time) }
    }

    /// Continues the line as the daemon does at its start.
    mutating func resume(after mark: TimeMark?, at time: Duration) -> Outage? {
        if let mark {
            line = TimeLine.resumed(
                after: mark, bootID: bootID, boot: kernelBoot(time), wall: trueWall(time) + error, quality: quality)
            newest = mark.moment.boot
        } else {
            line = .first
            newest = .zero
        }
        return line.outage
    }

    func mark(_ moment: Moment) -> TimeMark {
        TimeMark(moment: moment, bootID: bootID, offset: line.offset)
    }
}
