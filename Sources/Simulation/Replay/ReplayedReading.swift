package import GatewayCore

/// Something that a device told in the past.
package struct ReplayedReading: Hashable, Sendable {
    package var device: DeviceID
    package var capability: Capability
    package var value: ReadingValue
    package var at: WallTime

    /// - Precondition: the value is of its capability's kind.
    package init(_ device: DeviceID, _ capability: Capability, _ value: ReadingValue, at time: WallTime) {
        precondition(value.kind == capability.kind, "The value must be of its capability's kind.")
        self.device = device
        self.capability = capability
        self.value = value
        at = time
    }
}
