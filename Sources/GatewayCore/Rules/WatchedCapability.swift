/// A device's capability that a rule wants to see. The engine shows a rule nothing else, so a turn's cost
/// grows with the rules that watch the device, not with all rules.
package struct WatchedCapability: Hashable, Codable, Sendable {
    package var device: DeviceID
    package var capability: Capability

    package init(_ device: DeviceID, _ capability: Capability) {
        self.device = device
        self.capability = capability
    }
}
