package import GatewayCore

/// What became of a contact's answer.
package enum AnswerResult: Hashable, Sendable {
    /// It is on record.
    case accepted
    /// The alert has ended, or is not one that this can be done to now.
    case notOpen(AlertState)
    /// No such alert is known (any more).
    case unknown
    /// The alert does not concern this contact.
    case notContact
}
