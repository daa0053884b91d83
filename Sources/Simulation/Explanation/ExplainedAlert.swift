package import GatewayCore

/// An alert as it would be, step by step until its ladder begins again.
package struct ExplainedAlert: Hashable, Sendable {
    /// What it comes from: a rule, or the gateway itself.
    package var source: RuleID
    package var kind: AlertKind
    package var priority: Priority
    package var title: String
    /// Why, in words; nil where the kind says it all.
    package var detail: String?
    package var isTest: Bool
    package var isOnTrial: Bool
    /// How long after it happened.
    package var noticed: Duration
    /// In which the person can still cancel; zero for none.
    package var preAlert: Duration
    package var steps: [ExplainedStep]

    /// Everybody who is told that it was raised, in order.
    package var told: [ContactID] {
        steps.compactMap(\.telling).filter { $0.message.kind == .raised }.reduce(into: []) { told, telling in
            if !told.contains(telling.contact) { told.append(telling.contact) }
        }
    }

    /// The contacts of a rung, from 1; nil where the ladder has no such rung.
    package func contacts(ofRung number: Int) -> [ContactID]? {
        rung(number)?.contacts
    }

    /// After how long a rung is told; nil where the ladder has no such rung.
    package func time(ofRung number: Int) -> Duration? {
        steps.first { $0.rung?.number == number }?.after
    }

    private func rung(_ number: Int) -> ExplainedStep.Rung? {
        steps.lazy.compactMap(\.rung).first { $0.number == number }
    }

    /// What the person at home is told, stage by stage.
    package var said: [FeedbackStage] {
        steps.compactMap { if case .said(let stage, _, _) = $0.what { stage } else { nil } }
    }

    package var lastAction: [OutputID] {
        steps.flatMap { if case .lastAction(let outputs, _) = $0.what { outputs } else { [OutputID]() } }
    }
}

/// One thing that happens in an alert's life.
package struct ExplainedStep: Hashable, Sendable {
    package struct Rung: Hashable, Sendable {
        /// From 1.
        package var number: Int
        package var count: Int
        package var contacts: [ContactID]
        /// How long somebody has to take it.
        package var wait: Duration
    }

    /// One contact is told over one channel.
    package struct Telling: Hashable, Sendable {
        package var contact: ContactID
        package var name: String
        package var channel: ChannelID
        /// The channel takes one event at a time, in codes.
        package var isReceiver: Bool
        /// All that they learn.
        package var message: AlertMessage
        /// The kinds of data that the plan of sharing lets them know, in the words of the settings.
        package var shares: [String]
    }

    package enum What: Hashable, Sendable {
        case noticed
        case raised
        /// The person at home hears a phrase, by these outputs.
        case said(FeedbackStage, phrase: String, outputs: [OutputID])
        case rung(Rung)
        case told(Telling)
        /// Nobody took it: outputs are switched on.
        case lastAction([OutputID], names: [String])
        /// The ladder begins again, after waits that grow up to a limit.
        case again(limit: Duration)
        /// A receiver's acceptance counts as taking it; without closing it comes back after so long.
        case taken(ContactID, name: String, comesBack: Duration)
        /// It is over by itself.
        case over(state: String)
        /// The settings name nobody to tell.
        case nobody
    }

    /// How long after it happened.
    package var after: Duration
    /// "03:00:10", as the home's clocks show it.
    package var clock: String
    package var what: What

    package var telling: Telling? {
        if case .told(let telling) = what { telling } else { nil }
    }

    var rung: Rung? {
        if case .rung(let rung) = what { rung } else { nil }
    }
}
