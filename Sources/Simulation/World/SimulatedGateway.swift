internal import GatewayCore

/// One life of the gateway's process: the engine, and what it has decided and not yet done.
struct SimulatedGateway {
    var engine: Engine
    /// Tells answers to this life from those to earlier ones.
    var life: Int
    /// Decided and not yet recorded, because the disk does not write.
    var unrecorded: [Change] = []
    /// To be performed when that is recorded.
    var held: [Effect] = []
    /// Messages whose receipt is acknowledged when that is recorded.
    var unacknowledged: [Int64] = []
    var mustBeDurable = false
    /// Messages taken from the broker in this life.
    var delivered: [Int64] = []
}
