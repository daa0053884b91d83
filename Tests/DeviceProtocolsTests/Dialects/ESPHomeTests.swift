import DeviceProtocols
import GatewayCore
import Testing

/// ESPHome: plain words, kept by the broker.
@Suite struct ESPHomeTests {
    private static let radar = DeviceProfile.of(
        .esphome, .event(.fall, topic: "binary_sensor/fall/state", "", .text("ON")),
        .state(.presence, topic: "binary_sensor/people_exist/state", on: .text("ON"), off: .text("OFF")),
        .number(.illuminance, topic: "sensor/lux/state"))

    @Test func `words and numbers`() {
        var home = SampleHome(Self.radar, at: "radar")
        #expect(home.publish("radar/binary_sensor/people_exist/state", "ON").words == ["presence true"])
        #expect(home.publish("radar/sensor/lux/state", "12.5").words == ["illuminance 12.5"])
        #expect(home.publish("radar/sensor/lux/state", "nan").unmapped == 1)
        #expect(home.publish("radar/status", "offline", retained: true).words == ["available false retained"])
        #expect(home.publish("radar/debug", "[D][sensor]").strangers == [])
    }

    @Test func `what the broker kept is no fall, and a fall that stays is one`() {
        var home = SampleHome(Self.radar, at: "radar")
        #expect(home.publish("radar/binary_sensor/fall/state", "ON", retained: true).events == [])
        #expect(home.publish("radar/binary_sensor/fall/state", "ON").events == [], "it was so before")
        _ = home.publish("radar/binary_sensor/fall/state", "OFF")
        home.wait(.seconds(30))
        #expect(home.publish("radar/binary_sensor/fall/state", "ON").events == [.fall])
    }
}
