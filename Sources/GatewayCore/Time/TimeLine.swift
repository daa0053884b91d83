/// Continues the home's boot-time line over restarts and reboots.
///
/// `CLOCK_BOOTTIME` begins at zero at each boot, so what was written before is meaningless after it. The
/// line is the kernel's boot time plus an offset, chosen at each start so that the line never runs
/// backwards and an outage counts with its length as far as that is known.
package struct TimeLine: Hashable, Sendable {
    /// Added to the kernel's boot time, in nanoseconds.
    package private(set) var offset: Int64
    /// What is known of the time between the last record and this start.
    package private(set) var outage: Outage?

    /// A home's first start: the line is the kernel's boot time.
    package static let first = TimeLine(offset: 0, outage: nil)

    private init(offset: Int64, outage: Outage?) {
        self.offset = offset
        self.outage = outage
    }

    /// The line after a restart.
    ///
    /// - Parameters:
    ///   - mark: the newest time on record.
    ///   - bootID: the kernel's identifier of this boot.
    ///   - boot: the kernel's boot time now, nanoseconds.
    ///   - wall: the wall clock now.
    ///   - quality: whether the wall clock is to be believed.
    package static func resumed(
        after mark: TimeMark, bootID: String, boot: Int64, wall: WallTime, quality: ClockQuality
    ) -> TimeLine {
        if mark.bootID == bootID {
            // The same boot: the kernel's clock ran on. Never backwards, whatever the record says.
            let line = max(boot &+ mark.offset, mark.moment.boot.nanoseconds)
            let length = Duration.nanoseconds(line &- mark.moment.boot.nanoseconds)
            return TimeLine(offset: line &- boot, outage: Outage(length: length, isKnown: true))
        }
        // Another boot. The wall clock tells the gap only if it was and is to be believed; else what is
        // certain is that this boot has lasted `boot`.
        let believed = quality != .unsynchronised && mark.moment.quality != .unsynchronised
        let byWall = (wall - mark.moment.wall).nanoseconds
        let isKnown = believed && byWall >= 0 && byWall < Limits.longestOutage.nanoseconds
        let length = isKnown ? max(byWall, boot) : boot
        let line = mark.moment.boot.nanoseconds &+ length
        return TimeLine(offset: line &- boot, outage: Outage(length: .nanoseconds(length), isKnown: isKnown))
    }

    /// The line's time for a reading of the kernel's boot time in nanoseconds.
    package func time(ofBoot nanoseconds: Int64) -> BootTime {
        BootTime(nanoseconds: nanoseconds &+ offset)
    }
}

/// The time between the last record before a stop and the start after it.
package struct Outage: Hashable, Codable, Sendable {
    package var length: Duration
    /// False after a reboot without a trusted clock: then `length` is the least it can have been.
    package var isKnown: Bool

    package init(length: Duration, isKnown: Bool) {
        self.length = length
        self.isKnown = isKnown
    }
}

/// The newest time on record, from which the line continues.
package struct TimeMark: Hashable, Codable, Sendable {
    package var moment: Moment
    package var bootID: String
    package var offset: Int64

    package init(moment: Moment, bootID: String, offset: Int64) {
        self.moment = moment
        self.bootID = bootID
        self.offset = offset
    }
}
