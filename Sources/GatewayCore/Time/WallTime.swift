/// A point in civil time: milliseconds since 1970-01-01T00:00:00Z, without leap seconds.
///
/// Used for times of day and for what people and responders read. Never for measuring how long something
/// lasted: the wall clock steps (`BootTime` is for that).
package struct WallTime: Hashable, Comparable, Codable, Sendable {
    package var milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    package static func < (left: WallTime, right: WallTime) -> Bool {
        left.milliseconds < right.milliseconds
    }

    package static func + (time: WallTime, duration: Duration) -> WallTime {
        WallTime(milliseconds: time.milliseconds &+ duration.milliseconds)
    }

    package static func - (time: WallTime, duration: Duration) -> WallTime {
        WallTime(milliseconds: time.milliseconds &- duration.milliseconds)
    }

    package static func - (later: WallTime, earlier: WallTime) -> Duration {
        .milliseconds(later.milliseconds &- earlier.milliseconds)
    }

    package init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}
