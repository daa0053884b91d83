package import GatewayCore

/// What the `pullcord` command asks the running gateway, one JSON object a line.
package enum ControlRequest: Hashable, Codable, Sendable {
    case status
    /// What is known of each device.
    case devices
    /// Who was heard and is not enrolled.
    case strangers
    /// Open alerts, or with `all` the newest closed ones too.
    case alerts(all: Bool)
    case alert(AlertID)
    /// Why an alert was, step by step, from the ledger.
    case story(AlertID)
    /// How a rule stands, and why it raises nothing.
    case rule(RuleID)
    case acknowledge(AlertID, by: ContactID)
    case close(AlertID, by: ContactID, outcome: AlertOutcome, note: String?)
    /// The person is well: ends pre-alerts and counts as activity.
    case okay
    /// Nil comes back now.
    case away(until: WallTime?)
    /// The home is lived in otherwise, until then or for as long as is usual. Everyday life without an end
    /// gives up what was set.
    case mode(HomeMode, StayEnd?)
    /// A visitor came, or went.
    case visit(VisitorID, isHere: Bool, StayEnd?)
    /// What rules on trial found since then.
    case shadow(since: WallTime)
    /// Read the settings files again.
    case reload
}
