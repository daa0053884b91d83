import GatewaySettings
import MQTTIntake
import Testing

@testable import GatewayDaemon

struct SurroundingsLookTests {
    @Test func `a bridge is where somebody keeps a list of devices, or says that he is there`() {
        let messages = [
            ("zigbee2mqtt/bridge/devices", #"[{"friendly_name": "pendant"}]"#), ("zigbee2mqtt/bridge/state", "online"),
            ("attic/bridge/state", "online"), ("cellar/bridge/devices", "no list"), ("cellar/bridge/info", "{}"),
        ].map { BrokerMessage(topic: $0.0, bytes: Array($0.1.utf8)) }
        let bridges = SurroundingsLook.bridges(in: messages)
        #expect(bridges.map(\.baseTopic) == ["attic", "cellar", "zigbee2mqtt"])
        #expect(bridges.map { $0.announcement?.devices.count } == [nil, nil, 1])
    }
}
