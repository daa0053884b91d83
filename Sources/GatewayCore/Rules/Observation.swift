/// What a rule is shown.
package enum Observation: Hashable, Sendable {
    /// A reading of a device and capability that the rule watches.
    case reading(Reading)
    /// A watched device fell silent: what it last said is unknown from now on.
    case lost(DeviceID)
    /// Time passed; something may be due.
    case tick
}
