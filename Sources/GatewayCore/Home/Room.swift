/// A part of the home, as its people call it.
package struct Room: Hashable, Codable, Sendable {
    package var id: RoomID
    /// With article where a sentence needs it: "the bathroom".
    package var name: String

    package init(id: RoomID, name: String) {
        self.id = id
        self.name = name
    }
}
