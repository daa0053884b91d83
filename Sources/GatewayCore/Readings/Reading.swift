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

    package init(
        device: DeviceID, capability: Capability, value: ReadingValue, moment: Moment, occurred: WallTime? = nil,
        freshness: Freshness = .live, isRedelivered: Bool = false
    ) {
        precondition(value.kind == capability.kind, "The value must be of its capability's kind.")
        self.device = device
        self.capability = capability
        self.value = value
        self.moment = moment
        self.occurred = occurred
        self.freshness = freshness
        self.isRedelivered = isRedelivered
    }

    /// When it happened, as well as is known.
    package var happenedAt: WallTime { occurred ?? moment.wall }

    /// How long before its arrival it happened.
    package var age: Duration {
        guard let occurred else { return .zero }
        return max(.zero, moment.wall - occurred)
    }
}
