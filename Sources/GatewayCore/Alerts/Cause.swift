/// What an alert comes from. While one with the same cause is open, there is no second.
package enum Cause: Hashable, Codable, Sendable {
    /// A rule's finding about one device, or about the home.
    case rule(RuleID, device: DeviceID?, kind: AlertKind)
    /// A path by which the gateway sees or speaks.
    case path(Path)
    /// The gateway did not do in time what was due.
    case audit
}
