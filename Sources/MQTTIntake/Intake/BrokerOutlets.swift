internal import GatewayCore

/// Whom a broker's sessions tell what; all called on the MQTT thread, which must not be held up.
struct BrokerOutlets: Sendable {
    var handOver: @Sendable ([Arrival], ArrivalReceipt?) -> Void
    var report: @Sendable (PathState) -> Void
    var acknowledged: @Sendable (ContactID, [UInt8]) -> Void
    var watched: @Sendable (WatchedMessage) -> Void
    var sessionLost: @Sendable () -> Void
}
