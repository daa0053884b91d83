internal import GatewayCore

/// What of an alert can be seen.
struct SeenAlert {
    var id: AlertID
    var kind: AlertKind
    /// Nil for a path's.
    var rule: RuleID?
    var priority: Priority
    var state: Expectation.AlertName
    var ladder: LadderPosition?
    /// Its rule is on trial, and nobody is told.
    var isShadow: Bool

    init(_ alert: Alert) {
        id = alert.id
        kind = alert.kind
        if case .rule(let rule, _, _) = alert.cause { self.rule = rule }
        priority = alert.priority
        state = alert.state.shortName
        ladder = alert.ladder
        isShadow = alert.isShadow
    }

    /// From 1; nil while it stands on none.
    var rung: Int? {
        if case .rung(let index) = ladder?.step { index + 1 } else { nil }
    }

    var isOpen: Bool { state != .closed && state != .cancelled }

    /// It was raised for people to be told.
    var isTold: Bool { !isShadow && (state == .raised || state == .acknowledged) }
}
