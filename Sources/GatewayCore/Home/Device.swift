/// One enrolled device. Only an enrolled device can raise anything.
package struct Device: Hashable, Codable, Sendable {
    package var id: DeviceID
    /// For people: "the red pendant".
    package var name: String
    package var room: RoomID?
    /// Whose it is, for a worn pendant or a bed; nil for what all share.
    package var resident: ResidentID?
    /// The intake that brings it.
    package var intake: IntakeID
    /// The bridge it speaks through, when the protocol has one (a Zigbee coordinator).
    package var bridge: BridgeID?
    /// What it can tell, from its profile.
    package var capabilities: [Capability]
    /// How its silence is noticed.
    package var supervision: Supervision

    package init(
        id: DeviceID, name: String, room: RoomID? = nil, resident: ResidentID? = nil, intake: IntakeID,
        bridge: BridgeID? = nil, capabilities: [Capability], supervision: Supervision = .none
    ) {
        self.id = id
        self.name = name
        self.room = room
        self.resident = resident
        self.intake = intake
        self.bridge = bridge
        self.capabilities = capabilities
        self.supervision = supervision
    }
}
