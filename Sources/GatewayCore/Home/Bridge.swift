/// What several devices speak through, such as a Zigbee coordinator behind an MQTT broker.
package struct Bridge: Hashable, Codable, Sendable {
    package var id: BridgeID
    package var intake: IntakeID

    package init(id: BridgeID, intake: IntakeID) {
        self.id = id
        self.intake = intake
    }
}
