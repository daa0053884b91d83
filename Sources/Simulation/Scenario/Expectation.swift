package import GatewayCore

/// What a scenario says must be seen, and when.
package struct Expectation: Hashable, Sendable {
    package enum What: Hashable, Sendable {
        /// An alert of the kind, in one of these states where one is named.
        case alert(AlertKind, AlertName?)
        /// No alert of the kind is open.
        case noAlert(AlertKind)
        /// Nothing but faults is raised or acknowledged.
        case nothingRaised
        /// The contact's channel has brought them a message of the kind.
        case told(ContactID, MessageKind, AlertKind?)
        case notTold(ContactID)
        /// The alert's ladder stands on this rung, from 1.
        case rung(Int, AlertKind)
        /// The person at home was told how it stands.
        case said(FeedbackStage)
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
}
