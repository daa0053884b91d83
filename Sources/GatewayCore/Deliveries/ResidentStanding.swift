/// Whether something is open that concerns one resident.
package struct ResidentStanding: Hashable, Sendable {
    package var id: ResidentID
    package var name: String
    package var hasAlert: Bool

    package init(id: ResidentID, name: String, hasAlert: Bool) {
        self.id = id
        self.name = name
        self.hasAlert = hasAlert
    }
}
