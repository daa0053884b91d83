/// What the ledger restores after a restart.
package struct Snapshot: Sendable {
    /// Random letters chosen when the ledger was made; part of every id.
    package var ledger: String
    package var alerts: [Alert]
    package var deliveries: [Delivery]
    package var rules: [StoredRule]
    package var devices: [DeviceState]
    package var gateway: GatewayState

    package init(
        ledger: String, alerts: [Alert] = [], deliveries: [Delivery] = [], rules: [StoredRule] = [],
        devices: [DeviceState] = [], gateway: GatewayState = GatewayState()
    ) {
        self.ledger = ledger
        self.alerts = alerts
        self.deliveries = deliveries
        self.rules = rules
        self.devices = devices
        self.gateway = gateway
    }
}
