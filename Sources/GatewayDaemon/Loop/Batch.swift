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

    /// How the home stands may be another after it. What routine readings change of it, such as a battery, can
    /// wait for the next flush.
    var changesStanding: Bool {
        changes.contains { change in
            switch change {
            case .alert, .gateway: true
            case .delivery, .settled, .rule, .device, .story, .reading: false
            }
        }
    }

    mutating func add(_ decision: Decision) {
        changes += decision.changes
        effects += decision.effects
        if decision.mustBeDurable { mustBeDurable = true }
    }
}
