/// What every rule has, whatever it watches.
package struct RuleCommon: Hashable, Codable, Sendable {
    package var id: RuleID
    /// For people: "Bathroom pull cord".
    package var title: String
    package var priority: Priority
    /// The time in which the person can still cancel; zero raises at once.
    package var preAlert: Duration
    /// A second press during the pre-alert withdraws the first. Off unless asked for: a frightened person
    /// presses twice.
    package var cancelBySecondPress: Bool
    /// Nil for the escalation of its priority.
    package var escalation: EscalationID?
    /// A digest of what the rule says. State is kept over a reload only under the same id and fingerprint.
    package var fingerprint: String

    package init(
        id: RuleID, title: String, priority: Priority, preAlert: Duration = .zero,
        cancelBySecondPress: Bool = false, escalation: EscalationID? = nil, fingerprint: String = ""
    ) {
        precondition(preAlert >= .zero, "A pre-alert does not run backwards.")
        self.id = id
        self.title = title
        self.priority = priority
        self.preAlert = preAlert
        self.cancelBySecondPress = cancelBySecondPress
        self.escalation = escalation
        self.fingerprint = fingerprint
    }
}
