internal import GatewayCore

/// Something that could be seen from outside, for a scenario's expectations.
enum Sighting {
    /// The gateway starts with these alerts.
    case held([SeenAlert])
    case alert(SeenAlert)
    case told(ContactID, MessageKind, AlertID)
    case said(FeedbackStage)
}

/// What of an alert can be seen.
struct SeenAlert {
    var id: AlertID
    var kind: AlertKind
    var priority: Priority
    var state: Expectation.AlertName
    /// From 1; nil while it stands on none.
    var rung: Int?

    init(_ alert: Alert) {
        id = alert.id
        kind = alert.kind
        priority = alert.priority
        state = alert.state.shortName
        if case .rung(let index) = alert.ladder?.step { rung = index + 1 }
    }
}

extension SimulatedWorld {
    mutating func see(_ sighting: Sighting) {
        if sightings != nil { sightings?.append((time, sighting)) }
    }

    mutating func see(_ decision: Decision) {
        guard sightings != nil else { return }
        for case .alert(let alert) in decision.changes { see(.alert(SeenAlert(alert))) }
    }
}
