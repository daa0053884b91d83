package import GatewayCore

/// What would come of something in a home, found by letting the very engine live through it: which rules watch,
/// what would be raised, who would be told what and when, and what the person hears.
///
/// Everything arrives, and nobody answers. Times are counted from when it happens.
package struct Explanation: Hashable, Sendable {
    /// "Margaret's pendant: help call".
    package var what: String
    package var at: WallTime
    /// "Saturday 2026-11-28, 03:00:00", as the home's clocks show it.
    package var localTime: String
    package var zone: String
    package var mode: HomeMode
    /// After how long it is over; nil where it lasts as long as it was followed.
    package var lasts: Duration?
    /// For how long it was looked what comes of it, the ladders not counted.
    package var followed: Duration
    /// The rules that watch this very thing, in their order.
    package var rules: [ExplainedRule]
    /// Rules that watch something else of the device.
    package var otherRules: [RuleID]
    /// What comes of it, in the order in which it is noticed.
    package var alerts: [ExplainedAlert]
    /// Rules that would raise something in that time in any case, whether this happens or not.
    package var anyway: [RuleID]
    /// Rules that would have raised something, and do not because of it.
    package var prevented: [RuleID]

    /// The alert that matters most, the earliest of equals; nothing on trial.
    package var foremost: ExplainedAlert? {
        alerts.filter { !$0.isOnTrial }.max { ($0.priority, $1.noticed) < ($1.priority, $0.noticed) }
    }
}

/// A rule, and what it makes of what happens.
package struct ExplainedRule: Hashable, Sendable {
    package enum Outcome: Hashable, Sendable {
        /// It raises something, after so long.
        case raises(after: Duration)
        /// It finds something and tells nobody.
        case isOnTrial(after: Duration)
        /// It would raise something in that time in any case.
        case raisesAnyway
        /// It raises nothing; why, in words.
        case raisesNothing(String)
    }

    package var rule: RuleID
    package var title: String
    package var kind: String
    package var priority: Priority
    package var outcome: Outcome
    /// What keeps it back when it happens; it may be over before `outcome`.
    package var waits: [WaitReason]
}
