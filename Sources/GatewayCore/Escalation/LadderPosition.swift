/// How far an alert has climbed its ladder.
package struct LadderPosition: Hashable, Codable, Sendable {
    package enum Step: Hashable, Codable, Sendable {
        /// The rung of this index has been told; the next step is due at the deadline.
        case rung(Int)
        /// The last action ran; the ladder begins again at the deadline.
        case lastAction
    }

    package var escalation: EscalationID
    /// Counted from 0, growing with each time the ladder begins again.
    package var round: Int
    package var step: Step
    /// When the next step is due.
    package var next: BootTime

    package init(escalation: EscalationID, round: Int, step: Step, next: BootTime) {
        self.escalation = escalation
        self.round = round
        self.step = step
        self.next = next
    }
}
