/// Anything the engine is told.
package enum Event: Hashable, Sendable {
    /// The engine runs again after a stop; always the first event after a restore.
    case started(Outage?)
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
    /// The person goes out, until this wall time or their own activity; nil comes back now.
    case away(until: WallTime?, source: String)
    case path(Path, PathState)
}
