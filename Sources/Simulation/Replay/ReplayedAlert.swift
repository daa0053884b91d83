package import GatewayCore

/// An alert that would have been.
package struct ReplayedAlert: Hashable, Sendable {
    package var id: AlertID
    /// Nil for what is watched without a rule.
    package var rule: RuleID?
    package var kind: AlertKind
    package var priority: Priority
    package var title: String
    package var device: DeviceID?
    package var learned: WallTime
    /// When people would have been told; nil while it is pending, and for what ended within the pre-alert.
    package var raised: WallTime?
    package var ended: WallTime?
    /// Its rule is on trial: nobody would have been told.
    package var isOnTrial: Bool

    init(_ alert: Alert) {
        id = alert.id
        if case .rule(let rule, _, _) = alert.cause { self.rule = rule }
        kind = alert.kind
        priority = alert.priority
        title = alert.title
        device = alert.device
        learned = alert.learned.wall
        isOnTrial = alert.isShadow
    }

    /// About a person or the home, and not about the gateway's own sight and speech.
    package var isPersonal: Bool { priority > .fault }

    /// It ended within its pre-alert: the home would have asked, and nobody been called.
    package var isWithdrawn: Bool { raised == nil && ended != nil }

    /// When it is to be shown.
    package var shown: WallTime { raised ?? learned }
}
