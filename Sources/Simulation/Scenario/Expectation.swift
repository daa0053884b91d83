package import GatewayCore

/// What a scenario says must be seen, and when.
package struct Expectation: Hashable, Sendable {
    /// Which alerts are meant.
    package enum Subject: Hashable, Sendable {
        case kind(AlertKind)
        case rule(RuleID)
    }

    package enum What: Hashable, Sendable {
        /// An alert, in one of these states where one is named.
        case alert(Subject, AlertName?)
        /// None of these is open; nil for none at all, faults and notices included.
        case noAlert(Subject?)
        /// Nothing but faults and notices is raised or acknowledged.
        case nothingRaised
        /// The contact's channel has brought them a message of the kind.
        case told(ContactID, MessageKind, Subject?)
        /// A message that has reached the contact says these words.
        case toldWords(ContactID, String)
        case notTold(ContactID)
        /// A message with such data has left the home towards the contact.
        case toldWith(ContactID, SharedData)
        case neverTold(ContactID, SharedData)
        /// The alert's ladder stands on this rung, from 1.
        case rung(Int, Subject)
        /// The alert's ladder stands on its last action.
        case lastAction(Subject)
        /// The person at home was told how it stands.
        case said(FeedbackStage)
        /// The person at home was told these words.
        case saidWords(String)
        /// The output was last switched so.
        case output(OutputID, isOn: Bool)
    }

    /// The states of `AlertState`, without what they carry.
    package enum AlertName: String, Hashable, Sendable, CaseIterable {
        case pending, raised, acknowledged, closed, cancelled
    }

    /// Since the beginning of the run.
    package var from: Duration
    /// The same as `from` for what must be so at one time.
    package var to: Duration
    package var what: What

    package init(from: Duration, to: Duration, what: What) {
        self.from = from
        self.to = to
        self.what = what
    }

    func later(by time: Duration) -> Expectation { Expectation(from: from + time, to: to + time, what: what) }
}
