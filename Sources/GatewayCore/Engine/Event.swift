/// Anything the engine is told.
package enum Event: Hashable, Sendable {
    /// The engine runs again after a stop; always the first event after a restore.
    case started(Outage?)
    /// The machine slept for so long until now.
    case suspended(Duration)
    /// What one arrival said.
    case readings([Reading])
    /// An arrival that fits nothing we know; kept and counted, never guessed.
    case undecodable(IntakeID, reason: String)
    /// Something may be due.
    case tick
    case outcome(DeliveryID, DeliveryOutcome)
    /// Somebody says that they take an alert.
    case acknowledge(AlertID, by: ContactID, way: Acknowledgement.Way)
    /// Somebody closes an alert.
    case close(AlertID, by: ContactID, outcome: AlertOutcome, note: String?)
    /// The person withdraws what is pending, or says of what is raised that it was an accident.
    case cancel(source: String)
    /// The person says that they are well: ends pre-alerts like `cancel`, and counts as activity.
    case okay(source: String)
    /// The home is lived in otherwise until a time, or for as long as is usual for the mode; nil ends what
    /// was set. Being out also ends with the residents' own activity.
    case mode(HomeMode?, until: WallTime?, source: String)
    /// A visitor came or went.
    case visit(VisitorID, isHere: Bool, until: WallTime?, source: String)
    case path(Path, PathState)
    /// An output says how it is.
    case output(OutputReport)
}
