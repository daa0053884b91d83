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
    /// A door by which people leave the home and come back.
    package var isEntrance: Bool
    /// A motion sensor that an animal does not set off.
    package var overlooksPets: Bool
    /// Whose tag it is: pressing it begins that visitor's visit, and ends it.
    package var visitor: VisitorID?
    /// The states of which it never says that they ended, each once.
    package var clearings: [Clearing]

    package init(
        id: DeviceID, name: String, room: RoomID? = nil, resident: ResidentID? = nil, intake: IntakeID,
        bridge: BridgeID? = nil, capabilities: [Capability], supervision: Supervision = .none,
        isEntrance: Bool = false, overlooksPets: Bool = false, visitor: VisitorID? = nil, clearings: [Clearing] = []
    ) {
        self.id = id
        self.name = name
        self.room = room
        self.resident = resident
        self.intake = intake
        self.bridge = bridge
        self.capabilities = capabilities
        self.supervision = supervision
        self.isEntrance = isEntrance
        self.overlooksPets = overlooksPets
        self.visitor = visitor
        self.clearings = clearings
    }
}
