/// The ladder of an alert: whom to tell, how long to wait for an acknowledgement, and what then.
package struct Escalation: Hashable, Codable, Sendable {
    package var id: EscalationID
    /// At least one, each with at least one contact.
    package var rungs: [Rung]
    /// Outputs switched on after the last rung: a siren, a neighbour's chime.
    package var lastAction: [OutputID]
    /// The wait between the last action and the first rung again. It doubles each round up to `repeatLimit`.
    package var repeatAfter: Duration
    package var repeatLimit: Duration

    package init(
        id: EscalationID, rungs: [Rung], lastAction: [OutputID] = [], repeatAfter: Duration = .minutes(2),
        repeatLimit: Duration = .minutes(30)
    ) {
        precondition(!rungs.isEmpty && rungs.allSatisfy { !$0.contacts.isEmpty }, "A rung tells somebody.")
        precondition(repeatAfter > .zero && repeatLimit >= repeatAfter, "A repeat comes after a wait.")
        self.id = id
        self.rungs = rungs
        self.lastAction = lastAction
        self.repeatAfter = repeatAfter
        self.repeatLimit = repeatLimit
    }

    /// The wait before the round after `round` (counted from 0).
    package func pause(afterRound round: Int) -> Duration {
        min(repeatLimit, repeatAfter * (1 << min(round, 16)))
    }
}

/// One step of an escalation.
package struct Rung: Hashable, Codable, Sendable {
    package var contacts: [ContactID]
    /// How long to wait for an acknowledgement before the next rung.
    package var wait: Duration

    package init(contacts: [ContactID], wait: Duration) {
        precondition(wait > .zero, "A rung waits.")
        self.contacts = contacts
        self.wait = wait
    }
}
