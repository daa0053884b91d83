import DeviceProtocols
import GatewayCore
import Testing

/// States as `mqtt_statestream` publishes them: in JSON, so that texts are quoted.
@Suite struct HomeAssistantTests {
    private static let profile = DeviceProfile.of(
        .homeAssistant, .state(.presence, on: .text("on"), off: .text("off")),
        .number(.illuminance, topic: "lux"))

    @Test func `quoted states are read`() {
        var home = SampleHome(Self.profile, at: "ha/binary_sensor/fp2")
        #expect(home.publish("ha/binary_sensor/fp2/state", "\"on\"").words == ["presence true"])
        #expect(
            home.publish("ha/binary_sensor/fp2/state", "\"off\"", retained: true).words == ["presence false retained"])
        #expect(home.publish("ha/binary_sensor/fp2/lux", "\"52.5\"").words == ["illuminance 52.5"])
        #expect(home.publish("ha/binary_sensor/fp2/lux", "52").words == ["illuminance 52"])
        #expect(home.publish("ha/binary_sensor/fp2/state", "null").readings.isEmpty)
        #expect(home.publish("ha/binary_sensor/fp2/state", "on").undecodable == ["The message is not JSON."])
        #expect(home.publish("ha/binary_sensor/fp2/friendly_name", "\"Bed\"").strangers == [])
    }

    @Test func `what Home Assistant has lost is not available until it is there again`() {
        var home = SampleHome(Self.profile, at: "ha/binary_sensor/fp2")
        #expect(home.publish("ha/binary_sensor/fp2/state", "\"unavailable\"").words == ["available false"])
        #expect(home.publish("ha/binary_sensor/fp2/state", "\"on\"").words == ["available true", "presence true"])
        #expect(home.publish("ha/binary_sensor/fp2/state", "\"unknown\"").words == [])
    }

    @Test func `after its start the same states are no signs of life`() {
        var home = SampleHome(Self.profile, at: "ha/binary_sensor/fp2", bridge: BridgeID("ha"))
        #expect(home.publish("ha/binary_sensor/fp2/state", "\"on\"").words == ["presence true"])
        #expect(home.publish("base/here", "offline").bridges == [.init(bridge: BridgeID("ha"), isOnline: false)])
        _ = home.publish("base/here", "online")
        home.wait(.seconds(5))
        #expect(home.publish("ha/binary_sensor/fp2/state", "\"on\"").words == ["presence true restated"])
        #expect(home.publish("ha/binary_sensor/fp2/state", "\"off\"").words == ["presence false"])
    }
}
