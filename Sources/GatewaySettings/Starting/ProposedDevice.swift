internal import DeviceProtocols
internal import GatewayCore

/// A device as it is to stand in the new settings.
struct ProposedDevice {
    var id: String
    var announced: AnnouncedDevice
    /// Its bridge, where there is more than one.
    var bridge: String?
    var choice: ProfileChoice
    /// The room in whose name it is called.
    var room: RoomID?

    /// What people read: its name at the bridge, or what it is where that is only a number.
    var name: String {
        let friendly = announced.friendlyName
        let isAddress = friendly.hasPrefix("0x") && friendly.dropFirst(2).allSatisfy(\.isHexDigit)
        return String(
            String.UnicodeScalarView(
                (isAddress ? choice.profile.title : friendly).unicodeScalars.prefix(SettingsLimits.nameLength)))
    }

    func tells(_ capability: Capability) -> Bool { choice.profile.capabilities.contains(capability) }

    /// The first danger that it reports.
    var hazard: Capability? { choice.profile.capabilities.first(where: \.isHazard) }
}
