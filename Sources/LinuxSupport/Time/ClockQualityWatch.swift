internal import CLinux
internal import GatewayCore
internal import Synchronization

/// Remembers for a while what the kernel said of its clock, and whether it ever was disciplined.
final class ClockQualityWatch: Sendable {
    private struct Memory {
        var askedAt: Int64?
        var isSynchronised = false
        var wasSynchronised = false
    }

    private let floor: WallTime
    private let hasRealTimeClock: Bool
    private let memory = Mutex(Memory())

    init(floor: WallTime) {
        self.floor = floor
        hasRealTimeClock = Self.realTimeClockKeepsTime(since: floor)
    }

    func quality(bootNanoseconds: Int64, wall: WallTime) -> ClockQuality {
        memory.withLock { memory in
            let age = memory.askedAt.map { bootNanoseconds - $0 }
            if age.map({ $0 < 0 || $0 >= LinuxLimits.clockQualityLife.nanoseconds }) ?? true {
                // A sandbox may forbid the question (EPERM): then nothing is known of a time source.
                memory.isSynchronised = clinux_clock_is_synchronised() == 1
                memory.wasSynchronised = memory.wasSynchronised || memory.isSynchronised
                memory.askedAt = bootNanoseconds
            }
            return Self.quality(
                isSynchronised: memory.isSynchronised, wasSynchronised: memory.wasSynchronised,
                hasRealTimeClock: hasRealTimeClock, isPlausible: wall >= floor)
        }
    }

    /// What the facts amount to.
    ///
    /// A wall clock before the floor is wrong whoever says otherwise: a time source that serves 1970 does.
    static func quality(
        isSynchronised: Bool, wasSynchronised: Bool, hasRealTimeClock: Bool, isPlausible: Bool
    ) -> ClockQuality {
        guard isPlausible else { return .unsynchronised }
        if isSynchronised { return .synchronised }
        return wasSynchronised || hasRealTimeClock ? .holdover : .unsynchronised
    }

    /// A real-time clock is there and has kept time over the last power cut.
    ///
    /// One without a battery begins at 1970 or 2000, while the system clock may already have been moved on to
    /// a saved time; so its own time is asked, not only its presence (`/sys/class/rtc/rtc0/since_epoch`,
    /// the kernel's Documentation/ABI/testing/sysfs-class-rtc).
    private static func realTimeClockKeepsTime(since floor: WallTime) -> Bool {
        guard let text = TextFile.firstLine(of: "/sys/class/rtc/rtc0/since_epoch"),
            let seconds = Int64(text), seconds < .max / 1_000, seconds > 0
        else { return false }
        return WallTime(milliseconds: seconds * 1_000) + LinuxLimits.realTimeClockTolerance >= floor
    }
}
