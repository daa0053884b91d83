/// One line of an alert's story. The ledger keeps all of them, each chained to the one before by a hash.
package struct StoryEntry: Hashable, Codable, Sendable {
    package enum Kind: String, Codable, Sendable, CaseIterable {
        case noticed, repeated, raised, raisedAgain, cancelled, withdrawn, told, delivered, notDelivered
        case rung, lastAction, acknowledged, refusedAcknowledgement, closed, conditionEnded, announced, note
        /// Why, with what was measured: told only to those with whom readings are shared.
        case reason
    }

    /// Gapless over the whole ledger, from 1.
    package var sequence: Int64
    package var alert: AlertID
    package var moment: Moment
    package var kind: Kind
    /// One sentence for people, without what the plan of sharing might keep back (no names of residents).
    package var text: String
    package var contact: ContactID?
    package var channel: ChannelID?

    package init(
        sequence: Int64, alert: AlertID, moment: Moment, kind: Kind, text: String, contact: ContactID? = nil,
        channel: ChannelID? = nil
    ) {
        self.sequence = sequence
        self.alert = alert
        self.moment = moment
        self.kind = kind
        self.text = text
        self.contact = contact
        self.channel = channel
    }
}
