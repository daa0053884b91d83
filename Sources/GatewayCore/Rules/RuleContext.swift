/// What a rule may know beside its observation.
package struct RuleContext: Sendable {
    package var moment: Moment
    package var zone: ZoneTable
    /// Nobody is expected to be active: the resident has said that they are away.
    package var isAway: Bool
    /// Intakes and bridges that are down: their devices cannot be heard, which is no fault of theirs.
    package var downPaths: [Path]
    /// What is known of the devices.
    package var devices: DeviceBook

    package init(
        moment: Moment, zone: ZoneTable, isAway: Bool = false, downPaths: [Path] = [],
        devices: DeviceBook = DeviceBook()
    ) {
        self.moment = moment
        self.zone = zone
        self.isAway = isAway
        self.downPaths = downPaths
        self.devices = devices
    }

    /// Whether what the device says can reach the gateway.
    package func isReachable(_ device: Device) -> Bool {
        if downPaths.isEmpty { return true }
        if downPaths.contains(.intake(device.intake)) { return false }
        guard let bridge = device.bridge else { return true }
        return !downPaths.contains(.bridge(bridge))
    }
}
