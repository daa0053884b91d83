/// A point on the home's boot-time line, in nanoseconds.
///
/// The line runs at the speed of `CLOCK_BOOTTIME`: it counts suspend, and no clock step, time zone or
/// daylight-saving night moves it. `TimeLine` continues it over restarts and reboots, so that a deadline
/// written before a power cut means the same afterwards. All durations are measured on it.
package struct BootTime: Hashable, Comparable, Codable, Sendable {
    package var nanoseconds: Int64

    package init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    package static let zero = BootTime(nanoseconds: 0)

    package static func < (left: BootTime, right: BootTime) -> Bool {
        left.nanoseconds < right.nanoseconds
    }

    package static func + (time: BootTime, duration: Duration) -> BootTime {
        let (sum, overflow) = time.nanoseconds.addingReportingOverflow(duration.nanoseconds)
        return BootTime(nanoseconds: overflow ? (duration < .zero ? .min : .max) : sum)
    }

    package static func - (time: BootTime, duration: Duration) -> BootTime {
        time + (.zero - duration)
    }

    package static func - (later: BootTime, earlier: BootTime) -> Duration {
        .nanoseconds(later.nanoseconds &- earlier.nanoseconds)
    }

    package init(from decoder: any Decoder) throws {
        nanoseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(nanoseconds)
    }
}
