/// How, when and by whom an alert was closed.
package struct Closure: Hashable, Codable, Sendable {
    /// Nil when the gateway closed it itself: a fault whose condition has ended.
    package var by: ContactID?
    package var outcome: AlertOutcome
    /// In words, for `other` and for whoever wants to add some. At most 500 characters.
    package var note: String?
    package var at: Moment

    package init(by: ContactID?, outcome: AlertOutcome, note: String? = nil, at: Moment) {
        self.by = by
        self.outcome = outcome
        self.note = note
        self.at = at
    }
}
