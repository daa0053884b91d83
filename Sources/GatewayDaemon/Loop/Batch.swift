internal import GatewayCore
internal import MQTTIntake

/// Decisions that share one commit.
struct Batch {
    var changes: [Change] = []
    var effects: [Effect] = []
    var mustBeDurable = false
    var receipts: [ArrivalReceipt] = []
    /// What to answer once it is on disk.
    var replies: [@Sendable () -> Void] = []

    mutating func add(_ decision: Decision) {
        changes += decision.changes
        effects += decision.effects
        if decision.mustBeDurable { mustBeDurable = true }
    }
}
