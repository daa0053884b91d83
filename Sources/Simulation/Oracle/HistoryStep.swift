package import GatewayCore

/// What the oracle is shown of a run, in order. A test can change a history and see whether it is noticed.
package enum HistoryStep: Sendable {
    /// A device's message was put into the broker's keeping: it may not be lost any more.
    case sent(number: Int64, DeviceID, Capability)
    /// The broker has lost it for good.
    case lost(number: Int64)
    /// What was on disk is gone; the next start begins an empty ledger.
    case ledgerLost
    /// The gateway was given readings; the number is the message's, 0 for copies.
    case arrived(number: Int64, Reading, Moment)
    case path(Path, isUp: Bool, Moment)
    case settings(number: Int)
    case decided(Decision, Moment)
    /// These changes are on disk.
    case recorded([Change])
    case performed(Effect)
    /// The message's receipt was acknowledged to the broker.
    case acknowledged(number: Int64)
    /// What the engine holds after a turn.
    case looked([Alert], deliveries: Int, deadline: BootTime?, Moment)
    /// The gateway ended without a word.
    case stopped
    case started(Moment)
}
