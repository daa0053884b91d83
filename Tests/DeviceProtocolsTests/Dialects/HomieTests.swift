import DeviceProtocols
import GatewayCore
import Testing

/// Homie 5 and 4.
@Suite struct HomieTests {
    private static let profile = DeviceProfile.of(
        .homie, .number(.temperature, topic: "engine/temperature"),
        .event(.helpCall, topic: "button/press", "", .text("pressed")))

    @Test func `properties are words`() {
        var home = SampleHome(Self.profile, at: "homie/5/car")
        #expect(
            home.publish("homie/5/car/engine/temperature", "21.5", retained: true).words == [
                "temperature 21.5 retained"
            ])
        #expect(home.publish("homie/5/car/button/press", "pressed").events == [.helpCall])
        home.wait(.seconds(10))
        #expect(home.publish("homie/5/car/button/press", "pressed").events == [.helpCall], "a moment is no state")
        #expect(home.publish("homie/5/car/button/press", "pressed", retained: true).events == [])
        #expect(home.publish("homie/5/car/button/press", [0]).readings.isEmpty, "the empty text is one NUL")
    }

    @Test(arguments: [
        ("ready", ["available true"]), ("sleeping", ["available true"]), ("alert", ["available true"]),
        ("lost", ["available false"]), ("disconnected", ["available false"]), ("init", []), ("", []),
    ])
    func `a device says how it stands`(_ state: String, _ words: [String]) {
        var home = SampleHome(Self.profile, at: "homie/5/car")
        let decoded = home.publish("homie/5/car/$state", state)
        #expect(decoded.words == words && decoded.undecodableCount == 0)
    }

    @Test func `a child is lost with its root`() {
        var home = SampleHome(Self.profile, at: "homie/5/car", bridge: BridgeID("root"))
        #expect(home.publish("base/here", "lost").bridges == [.init(bridge: BridgeID("root"), isOnline: false)])
    }
}
