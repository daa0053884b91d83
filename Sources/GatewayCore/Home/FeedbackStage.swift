/// How far a call for help has come, as the person at home is told it.
package enum FeedbackStage: String, Codable, CaseIterable, Sendable {
    /// The gateway has recorded the press.
    case heard
    /// The person can still cancel, and is asked again.
    case reminder
    /// A contact's channel has accepted it.
    case sent
    /// A person or receiving centre took it.
    case acknowledged
    /// Somebody closed it.
    case closed
    /// The person withdrew it in time.
    case cancelled
    /// No channel has accepted it so far; the gateway keeps trying.
    case notGettingThrough = "not_getting_through"
    /// It was accepted, but nobody has taken it yet.
    case nobodyYet = "nobody_yet"
}
