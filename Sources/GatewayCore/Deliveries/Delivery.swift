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
    /// What else the message tells, since its first attempt; at most `Limits.alertsInMessage` in all. Nil for
    /// nothing.
    package var also: [AlertID]?
    package var contact: ContactID
    package var channel: ChannelID
    package var kind: MessageKind
    package var priority: Priority
    package var created: Moment
    /// Attempts handed to the channel so far.
    package var attempts: Int
    package var state: State
    /// The contact has had as many messages as they get in an hour; it goes with the others that wait, in one
    /// summary. Nil for false.
    package var waitsForRoom: Bool?
    /// It goes over this channel because a better one failed, and is no message more. Nil for false.
    package var isSecondWay: Bool?
    /// It was handed out before a stop, and the next attempt is that one again. Nil for false.
    package var isResumed: Bool?

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

    /// Everything it tells, the leading alert first.
    package var alerts: [AlertID] { [alert] + (also ?? []) }

    /// What it tells stays in memory until it has been told, however much has been closed since.
    var keepsAlerts: Bool { priority == .emergency || also != nil || isNew }

    /// No attempt of it was ever handed out.
    package var isNew: Bool { attempts == 0 && isResumed != true && state != .underway }
}
