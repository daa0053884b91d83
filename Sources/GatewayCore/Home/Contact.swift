/// A person or receiving centre to be told.
package struct Contact: Hashable, Codable, Sendable {
    package var id: ContactID
    /// "Anna (daughter)", "Mill Valley alarm receiving centre".
    package var name: String
    /// Ways to reach them, best first.
    package var channels: [ChannelID]
    /// What may be told to them.
    package var shares: SharedData
    /// True for a receiving centre that has committed itself to handle what its receiver accepts. Then the
    /// receiver's acceptance counts as an acknowledgement. Default false: a machine's ACK says that the
    /// bytes arrived, not that a person has taken the alarm.
    package var acceptanceAcknowledges: Bool

    package init(
        id: ContactID, name: String, channels: [ChannelID], shares: SharedData = .standard,
        acceptanceAcknowledges: Bool = false
    ) {
        self.id = id
        self.name = name
        self.channels = channels
        self.shares = shares
        self.acceptanceAcknowledges = acceptanceAcknowledges
    }
}
