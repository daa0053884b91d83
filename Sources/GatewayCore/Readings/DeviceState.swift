/// What the gateway last knew of one device.
package struct DeviceState: Hashable, Codable, Sendable {
    package var device: DeviceID
    /// The newest reading of each capability, in order of the capability's name.
    package private(set) var latest: [Reading]
    /// When the device itself was last heard; copies do not count.
    package private(set) var heard: Moment?

    package init(device: DeviceID, latest: [Reading] = [], heard: Moment? = nil) {
        self.device = device
        self.latest = latest
        self.heard = heard
    }

    package subscript(capability: Capability) -> Reading? {
        latest.first { $0.capability == capability }
    }

    /// Takes a reading into the picture. A copy never counts as hearing the device.
    ///
    /// - Returns: the reading that it replaced.
    @discardableResult
    package mutating func take(_ reading: Reading) -> Reading? {
        precondition(reading.device == device, "A reading goes to its own device.")
        if reading.freshness == .live, reading.capability != .available { heard = reading.moment }
        guard let index = latest.firstIndex(where: { $0.capability == reading.capability }) else {
            let place = latest.firstIndex { $0.capability.rawValue > reading.capability.rawValue } ?? latest.endIndex
            latest.insert(reading, at: place)
            return nil
        }
        let replaced = latest[index]
        latest[index] = reading
        return replaced
    }
}
