internal import GatewayCore

/// Which alerts were seen; their numbers only ever grow, so that the newest number says it all.
struct SeenAlerts: Sendable {
    private var newest: Int64 = 0

    /// - Returns: true for one that was not seen before.
    mutating func add(_ id: AlertID) -> Bool {
        guard id.number > newest else { return false }
        newest = id.number
        return true
    }
}
