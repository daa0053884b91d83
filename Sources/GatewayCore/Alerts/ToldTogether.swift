/// One contact was told of an alert in the message about another: who takes that one takes both.
package struct ToldTogether: Hashable, Codable, Sendable {
    package var contact: ContactID
    /// The alert that led the message.
    package var leader: AlertID

    package init(contact: ContactID, leader: AlertID) {
        self.contact = contact
        self.leader = leader
    }
}
