internal import GatewayCore

/// One life of the gateway's process: the engine, and what it has decided and not yet done.
///
/// A class, so that a turn changes the engine where it is and copies nothing.
final class SimulatedGateway {
    var engine: Engine
    /// Tells answers to this life from those to earlier ones.
    let life: Int
    /// Decided and not yet recorded, because the disk does not write.
    var unrecorded: [Change] = []
    /// To be performed when that is recorded.
    var held: [Effect] = []
    /// Messages whose receipt is acknowledged when that is recorded.
    var unacknowledged: [Int64] = []
    var mustBeDurable = false

    init(engine: Engine, life: Int) {
        self.engine = engine
        self.life = life
    }

    /// Adds what was decided to what waits for the disk.
    func take(_ decision: Decision) {
        if unrecorded.isEmpty { unrecorded = decision.changes } else { unrecorded += decision.changes }
        held += decision.effects
        if decision.mustBeDurable { mustBeDurable = true }
    }

    /// What is looked at after each turn, without a copy of the engine.
    func look() -> (alerts: [Alert], deliveries: Int, deadline: BootTime?) { Self.look(&engine) }

    private static func look(_ engine: inout Engine) -> (alerts: [Alert], deliveries: Int, deadline: BootTime?) {
        (engine.alerts, engine.deliveries.count, engine.deadline)
    }

    /// Whether anything waits for the disk.
    var isWaiting: Bool { !(unrecorded.isEmpty && held.isEmpty && unacknowledged.isEmpty) }
}
