internal import GatewayCore

/// Alerts below emergency that are raised, and of which the first whom they are for has not been told.
struct UntoldAlerts: Sendable {
    private struct Untold {
        var contact: ContactID
        var since: BootTime
    }

    private var untold: [AlertID: Untold] = [:]

    /// An alert is as it is now.
    mutating func follow(_ alert: Alert, at now: BootTime) {
        guard alert.state == .raised, alert.priority < .emergency, !alert.isShadow else {
            untold[alert.id] = nil
            return
        }
        // Told once, it is told: what is told again belongs to its ladder.
        guard untold[alert.id] == nil, alert.told.isEmpty else { return }
        untold[alert.id] = Untold(contact: alert.priority <= .fault ? Self.caretaker : Self.family, since: now)
    }

    mutating func hear(_ delivery: Delivery) {
        if untold.isEmpty { return }
        for alert in delivery.alerts where untold[alert]?.contact == delivery.contact { untold[alert] = nil }
    }

    /// What has waited since before a time.
    func since(before time: BootTime) -> AlertID? {
        untold.lazy.filter { $0.value.since < time }.map(\.key).min()
    }

    /// First on the ladders of the simulated home.
    private static let family = ContactID("anna")
    private static let caretaker = ContactID("bert")
}
