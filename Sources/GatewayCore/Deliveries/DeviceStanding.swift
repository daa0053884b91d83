/// How one device stands.
package struct DeviceStanding: Hashable, Sendable {
    package var id: DeviceID
    /// As in DC-09: its place in the home's list, from 1.
    package var number: Int
    /// Nil where names are not shared.
    package var name: String?
    /// Nil where rooms are not shared.
    package var room: String?
    /// Nil for a device whose silence nobody would notice.
    package var isHeard: Bool?
    /// Nil for a device that says nothing of its battery.
    package var isBatteryLow: Bool?

    package init(id: DeviceID, number: Int, name: String?, room: String?, isHeard: Bool?, isBatteryLow: Bool?) {
        self.id = id
        self.number = number
        self.name = name
        self.room = room
        self.isHeard = isHeard
        self.isBatteryLow = isBatteryLow
    }
}
