/// The home: who lives there, its rooms, and what is in it.
package struct Home: Hashable, Codable, Sendable {
    /// Stable over the years; part of every message's source.
    package var id: String
    /// For responders: "12 Mill Lane".
    package var name: String
    package var address: String?
    /// How to get in: the key safe, the neighbour. Goes only to those who may see it.
    package var access: String?
    package var zone: ZoneTable
    package var residents: [Resident]
    /// Carers and others whose visits are noted.
    package var visitors: [Visitor]
    /// An animal sets off motion sensors too, save those that overlook it.
    package var hasPets: Bool
    package var rooms: [Room]
    package var bridges: [Bridge]
    package var devices: [Device]
    package var outputs: [Output]

    package init(
        id: String, name: String, address: String? = nil, access: String? = nil, zone: ZoneTable,
        residents: [Resident], rooms: [Room], bridges: [Bridge] = [], devices: [Device], outputs: [Output] = [],
        visitors: [Visitor] = [],
        hasPets: Bool = false
    ) {
        self.id = id
        self.name = name
        self.address = address
        self.access = access
        self.zone = zone
        self.residents = residents
        self.visitors = visitors
        self.hasPets = hasPets
        self.rooms = rooms
        self.bridges = bridges
        self.devices = devices
        self.outputs = outputs
    }

    package func device(_ id: DeviceID) -> Device? { devices.first { $0.id == id } }
    package func output(_ id: OutputID) -> Output? { outputs.first { $0.id == id } }
    package func room(_ id: RoomID?) -> Room? { rooms.first { $0.id == id } }
    package func visitor(_ id: VisitorID?) -> Visitor? { visitors.first { $0.id == id } }
    package func resident(_ id: ResidentID?) -> Resident? { residents.first { $0.id == id } }
}
