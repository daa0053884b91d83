import DeviceProtocols
import GatewayCore
import Testing

/// The three ways in which Zigbee2MQTT can publish (`advanced.output`).
@Suite struct Zigbee2MQTTOutputTests {
    private func home(_ output: BridgeOutput) -> SampleHome {
        SampleHome([
            EnrolledDevice(
                id: DeviceID("pendant"), intake: SampleHome.broker, bridge: SampleHome.zigbee,
                address: .topic("zigbee2mqtt/pendant"), profile: .pendant, output: output),
            EnrolledDevice(
                id: DeviceID("cord"), intake: SampleHome.broker, bridge: SampleHome.zigbee,
                address: .topic("zigbee2mqtt/cord"), profile: .cord, output: output),
        ])
    }

    @Test func `one topic for each property`() {
        var home = home(.attribute)
        #expect(home.publish("zigbee2mqtt/pendant/action", "emergency").events == [.helpCall])
        #expect(home.publish("zigbee2mqtt/pendant/action", "").readings.isEmpty)
        #expect(home.publish("zigbee2mqtt/pendant/battery", "80").words == ["battery 80"])
        #expect(home.publish("zigbee2mqtt/pendant/update", "idle").strangers == [])
        #expect(home.publish("zigbee2mqtt/cord/sos", "true").events == [.helpCall])
        home.wait(.seconds(60))
        #expect(home.publish("zigbee2mqtt/cord/sos", "true").events == [], "the value stays")
        #expect(home.publish("zigbee2mqtt/cord/sos", "false").events == [])
        home.wait(.seconds(60))
        #expect(home.publish("zigbee2mqtt/cord/sos", "true").events == [.helpCall])
        #expect(home.publish("zigbee2mqtt/cord/battery_low", "true").words == ["battery_low true"])
    }

    @Test(arguments: [BridgeOutput.json, .attributeAndJSON]) func `a topic that repeats the message counts once`(
        _ output: BridgeOutput
    ) {
        var home = home(output)
        #expect(home.publish("zigbee2mqtt/pendant", #"{"action":"emergency","battery":80}"#).events == [.helpCall])
        home.wait(.seconds(10))
        for (topic, payload) in [("pendant/action", "emergency"), ("pendant/battery", "80"), ("cord/sos", "true")] {
            let decoded = home.publish("zigbee2mqtt/" + topic, payload)
            #expect(decoded.readings.isEmpty && decoded.strangers == [], "\(topic)")
        }
    }

    @Test func `a bridge that publishes properties says its states again at its start`() {
        var home = home(.attribute)
        #expect(home.publish("zigbee2mqtt/cord/sos", "true").events == [.helpCall])
        home.wait(.seconds(600))
        _ = home.publish("zigbee2mqtt/bridge/state", #"{"state":"offline"}"#)
        _ = home.publish("zigbee2mqtt/bridge/state", #"{"state":"online"}"#)
        home.wait(.seconds(5))
        #expect(home.publish("zigbee2mqtt/cord/sos", "true").readings.isEmpty)
        #expect(home.publish("zigbee2mqtt/cord/battery_low", "false").words == ["battery_low false restated"])
        #expect(home.publish("zigbee2mqtt/pendant/action", "emergency").events == [.helpCall])
    }

    @Test func `only what is read is subscribed`() {
        func topics(_ output: BridgeOutput) -> [String] {
            let device = EnrolledDevice(
                id: DeviceID("p"), intake: SampleHome.broker, bridge: SampleHome.zigbee,
                address: .topic("zigbee2mqtt/p"), profile: .pendant, output: output)
            return device.subscriptions.map { $0.topic + ($0.isAlarmClass ? " alarm" : "") }
        }
        #expect(topics(.json) == ["zigbee2mqtt/p alarm", "zigbee2mqtt/p/availability"])
        #expect(topics(.attributeAndJSON) == topics(.json))
        #expect(
            topics(.attribute) == [
                "zigbee2mqtt/p alarm", "zigbee2mqtt/p/action alarm", "zigbee2mqtt/p/battery",
                "zigbee2mqtt/p/linkquality", "zigbee2mqtt/p/availability",
            ])
    }
}
