package import GatewayCore

/// Something that a device told in the past.
package struct ReplayedReading: Hashable, Sendable {
    package var device: DeviceID
    package var capability: Capability
    package var value: ReadingValue
    package var at: WallTime
    /// When the device said that it happened; nil where it did not say.
    package var occurred: WallTime?
    package var freshness = Freshness.live
    package var isRedelivered = false

    /// - Precondition: the value is of its capability's kind.
    package init(_ device: DeviceID, _ capability: Capability, _ value: ReadingValue, at time: WallTime) {
        precondition(value.kind == capability.kind, "The value must be of its capability's kind.")
        self.device = device
        self.capability = capability
        self.value = value
        at = time
    }
}
