/// What a rule is shown.
package enum Observation: Hashable, Sendable {
    /// A reading of a device and capability that the rule watches. `isChange` is false when the device
    /// only repeated what it had said before.
    case reading(Reading, isChange: Bool)
    /// A watched device fell silent, or its path did: what it last said is unknown from now on.
    case lost(DeviceID)
    /// A watched device can be heard again: its path was down, and it may not have spoken since.
    case reachable(DeviceID)
    /// The person showed that they are up and about other than by a device.
    case personActive
    /// A visitor came, or went.
    case visit(VisitorID, isHere: Bool)
    /// The gateway runs again after an outage in which it saw nothing.
    case resumed(Outage)
    /// Time passed; something may be due.
    case tick
}
