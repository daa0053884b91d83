/// What a turn decided: first recorded, then performed.
package struct Decision: Sendable {
    package var changes: [Change] = []
    package var effects: [Effect] = []
    /// True when an alert, a delivery, an acknowledgement or a hold depends on it: the changes must be on
    /// disk before any effect and before the arrival is acknowledged. False for routine readings, which
    /// may be written together with later ones.
    package var mustBeDurable = false
    /// What to answer whoever asked, for events that are requests.
    package var reply: Reply?

    package init() {}

    package enum Reply: Hashable, Sendable {
        case accepted
        /// No such alert.
        case unknownAlert
        /// It is not open, or not yet raised.
        case notOpen(state: String)
        /// The contact is not one of those whom this alert concerns.
        case notContact
    }
}
