/// One order to tell one contact over one channel.
package struct Delivery: Hashable, Codable, Sendable {
    package enum State: Hashable, Codable, Sendable {
        /// To be sent at this time.
        case due(BootTime)
        /// Handed to the channel; its outcome has not come back. After a restart it is sent again under
        /// the same id.
        case underway
    }

    package var id: DeliveryID
    package var alert: AlertID
    package var contact: ContactID
    package var channel: ChannelID
    package var kind: MessageKind
    package var priority: Priority
    package var created: Moment
    /// Attempts handed to the channel so far.
    package var attempts: Int
    package var state: State

    package init(
        id: DeliveryID, alert: AlertID, contact: ContactID, channel: ChannelID, kind: MessageKind,
        priority: Priority, created: Moment, attempts: Int = 0, state: State
    ) {
        self.id = id
        self.alert = alert
        self.contact = contact
        self.channel = channel
        self.kind = kind
        self.priority = priority
        self.created = created
        self.attempts = attempts
        self.state = state
    }
}
