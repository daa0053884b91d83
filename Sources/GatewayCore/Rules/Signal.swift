/// Something a device tells that a rule waits for: a press, a door that opens, a kettle that is switched on.
package struct Signal: Hashable, Codable, Sendable {
    package var device: DeviceID
    /// An event or a state.
    package var capability: Capability
    /// For a state, the side that is meant; of no account for an event.
    package var isOn: Bool

    /// - Precondition: the capability is no number.
    package init(_ device: DeviceID, _ capability: Capability, isOn: Bool = true) {
        precondition(capability.kind != .number, "A number is no signal.")
        self.device = device
        self.capability = capability
        self.isOn = isOn
    }

    package var watched: WatchedCapability { WatchedCapability(device, capability) }

    /// Whether the reading says that it happens now: a live event, or a live change to the side that is
    /// meant. Copies say what was, and repetitions what is already known.
    package func happens(in reading: Reading, isChange: Bool) -> Bool {
        guard isMeant(by: reading), reading.freshness == .live else { return false }
        return reading.value == .happened ? !reading.isRedelivered : isChange && reading.value == .state(isOn)
    }

    /// What the reading says of a state; nil for events and for other devices and capabilities.
    package func truth(in reading: Reading) -> Bool? {
        guard isMeant(by: reading), case .state(let isOn) = reading.value else { return nil }
        return isOn == self.isOn
    }

    private func isMeant(by reading: Reading) -> Bool {
        reading.device == device && reading.capability == capability
    }
}
