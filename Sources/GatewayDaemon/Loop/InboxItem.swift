package import GatewayCore
package import GatewaySettings
package import LedgerStore
package import MQTTIntake

/// Something for the engine loop to take.
package enum InboxItem: Sendable {
    case arrivals([Arrival], ArrivalReceipt?)
    /// An event, and who wants to know what became of a request.
    case event(Event, reply: (@Sendable (Decision.Reply?) -> Void)?)
    /// A look at the engine and the ledger, on their own thread.
    case look(@Sendable (Engine, SQLiteLedger, LoopFigures) -> Void)
    /// Who was heard and is not enrolled.
    case strangers(@Sendable (StrangersReport) -> Void)
    /// New settings that have been checked.
    case adopt(Settings, done: @Sendable () -> Void)
    case stop
}

/// What the loop has counted since the start.
package struct LoopFigures: Hashable, Codable, Sendable {
    package var arrivals: Int64 = 0
    package var readings: Int64 = 0
    package var undecodable: Int64 = 0
    package var unmapped: Int64 = 0
    /// Times of devices that could not be believed; that of the arrival was taken.
    package var mistimed: Int64 = 0
    /// Values outside their capability's range.
    package var refused: Int64 = 0
    /// Events in retained, restated or repeated arrivals, which count as nothing.
    package var copies: Int64 = 0
    package var displaced: Int64 = 0
    package var turns: Int64 = 0
    package var commits: Int64 = 0
    package var failedCommits: Int64 = 0
    /// What of each device's messages no field explains, in the order in which it was first met. At the settings'
    /// change it begins anew.
    package var unexplained: [UnexplainedMembers] = []

    package init() {}
}
