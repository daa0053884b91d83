/// One typed value of one capability of one device at one moment.
package struct Reading: Hashable, Codable, Sendable {
    package var device: DeviceID
    package var capability: Capability
    package var value: ReadingValue
    /// When it arrived.
    package var moment: Moment
    /// When the device says it happened, where it says so believably; else nil.
    package var occurred: WallTime?
    package var freshness: Freshness
    /// The transport says that it may have brought this before (MQTT's DUP flag). A hint, never a proof.
    package var isRedelivered: Bool
    /// The device's own count of it, where it counts what it tells: the same count again is the same happening.
    package var count: Int64?

    package init(
        device: DeviceID, capability: Capability, value: ReadingValue, moment: Moment, occurred: WallTime? = nil,
        freshness: Freshness = .live, isRedelivered: Bool = false, count: Int64? = nil
    ) {
        precondition(value.kind == capability.kind, "The value must be of its capability's kind.")
        self.device = device
        self.capability = capability
        self.value = value
        self.moment = moment
        self.occurred = occurred
        self.freshness = freshness
        self.isRedelivered = isRedelivered
        self.count = count
    }

    /// The side that a state is on; nil for events and numbers.
    package var state: Bool? {
        guard case .state(let isOn) = value else { return nil }
        return isOn
    }

    /// When it happened, as well as is known. A clock that is not set cannot be compared with the device's.
    package var happenedAt: WallTime {
        guard let occurred, moment.quality != .unsynchronised else { return moment.wall }
        return occurred
    }

    /// How long before its arrival it happened.
    package var age: Duration { max(.zero, moment.wall - happenedAt) }

    /// Whether two readings of one event are frames or copies of the same happening.
    package func isSameHappening(as other: Reading) -> Bool {
        if let occurred, let before = other.occurred { return (occurred - before).magnitude < Limits.onePress }
        return (moment.boot - other.moment.boot).magnitude < Limits.onePress
    }
}
