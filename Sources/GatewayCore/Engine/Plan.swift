/// Everything the settings tell the engine.
package struct Plan: Sendable {
    package var home: Home
    package var rules: [any Rule]
    package var contacts: [Contact]
    package var channels: [Channel]
    package var escalations: [Escalation]
    /// The ladder of alerts whose rule names none.
    package var escalationByPriority: [Priority: EscalationID]
    /// How long an acknowledgement holds before the alert is raised again, by priority.
    package var acknowledgementHolds: [Priority: Duration]
    /// Spoken phrases by stage; `{contact}` is filled in. Missing ones have the default.
    package var phrases: [FeedbackStage: String]
    /// Whoever wants to be told of cancelled pre-alerts.
    package var tellsCancelled: Bool

    package init(
        home: Home, rules: [any Rule], contacts: [Contact], channels: [Channel], escalations: [Escalation],
        escalationByPriority: [Priority: EscalationID], acknowledgementHolds: [Priority: Duration] = [:],
        phrases: [FeedbackStage: String] = [:], tellsCancelled: Bool = false
    ) {
        self.home = home
        self.rules = rules
        self.contacts = contacts
        self.channels = channels
        self.escalations = escalations
        self.escalationByPriority = escalationByPriority
        self.acknowledgementHolds = acknowledgementHolds
        self.phrases = phrases
        self.tellsCancelled = tellsCancelled
    }

    package func contact(_ id: ContactID) -> Contact? { contacts.first { $0.id == id } }
}
