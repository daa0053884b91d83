internal import GatewayCore

/// Something that could be seen from outside, for a scenario's expectations.
enum Sighting {
    /// The gateway starts with these alerts.
    case held([SeenAlert])
    case alert(SeenAlert)
    /// A message has reached a contact.
    case told(ContactID, MessageKind, AlertID, String)
    /// A message with such data has left the home towards a contact.
    case left(ContactID, SharedData)
    case said(Announcement)
    case driven(OutputID, isOn: Bool)
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
