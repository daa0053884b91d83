package import GatewayCore

/// Reads the machine's clocks as moments of the home's time line.
///
/// A value to pass around: copies share what they remember of the clock's quality.
package struct SystemClock: Sendable {
    package let line: TimeLine
    /// The kernel's identifier of this boot.
    package let bootID: String
    private let quality: ClockQualityWatch

    /// - Parameter floor: no believable wall time is earlier; the newest on record, if it is later than the
    ///   release.
    package init(line: TimeLine, bootID: String, floor: WallTime = LinuxLimits.earliestWallTime) {
        self.line = line
        self.bootID = bootID
        quality = ClockQualityWatch(floor: max(floor, LinuxLimits.earliestWallTime))
    }

    /// Boot time and wall time now, with the clock's quality.
    package func now() -> Moment {
        let boot = KernelClock.bootNanoseconds()
        let wall = Self.wallTime()
        return Moment(
            boot: line.time(ofBoot: boot), wall: wall, quality: quality.quality(bootNanoseconds: boot, wall: wall))
    }

    /// The kernel's boot time at which the line shows `time`; what `DeadlineTimer` wants.
    package func kernelNanoseconds(of time: BootTime) -> Int64 {
        time.nanoseconds.addingClamped(0 &- line.offset)
    }

    /// The kernel's identifier of this boot, or a text that says that there is none.
    ///
    /// Where /proc does not show it (`ProcSubset=pid`), each start counts as a boot of its own: a gap is then
    /// measured by the wall clock, which is the careful side.
    package static func bootID() -> String {
        let read = TextFile.firstLine(of: "/proc/sys/kernel/random/boot_id")
        return read ?? "no-boot-id-\(KernelClock.wallMilliseconds())"
    }

    /// `CLOCK_BOOTTIME` now, nanoseconds.
    package static func kernelBootTime() -> Int64 { KernelClock.bootNanoseconds() }

    /// The wall clock now.
    package static func wallTime() -> WallTime { WallTime(milliseconds: KernelClock.wallMilliseconds()) }
}
