/// A person who lives in the home.
package struct Resident: Hashable, Codable, Sendable {
    package var id: ResidentID
    /// As the person wants to be called by responders: "Margaret".
    package var name: String

    package init(id: ResidentID, name: String) {
        self.id = id
        self.name = name
    }
}
