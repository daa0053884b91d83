import DeviceProtocols
import GatewayCore
import Testing

/// Z-Wave JS UI, in its three ways to write a value.
@Suite struct ZWaveJSTests {
    private static let water = "notification/endpoint_0/Water_Alarm/Sensor_status"
    private static let profile = DeviceProfile.of(
        .zwaveJSUI, .state(.flood, topic: water, on: .integer(2), off: .integer(0)),
        .number(.temperature, topic: "49/0/Air temperature"))

    @Test(arguments: [
        "2", #"{"time":1795368599000,"value":2}"#,
        #"{"id":"5-113-0-Water Alarm-Sensor status","nodeId":5,"commandClass":113,"value":2,"lastUpdate":1}"#,
    ])
    func `just the value, with its time, and the entire ValueId`(_ payload: String) {
        var home = SampleHome(Self.profile, at: "zwave/bathroom/leak")
        let decoded = home.publish("zwave/bathroom/leak/" + Self.water, payload)
        #expect(decoded.words == ["flood true"])
        #expect(decoded.unmapped == 0)
        #expect(home.publish("zwave/bathroom/leak/49/0/Air temperature", "21.5").words == ["temperature 21.5"])
    }

    @Test(arguments: [("true", true), ("false", false), (#"{"time":1,"value":true,"status":"Asleep"}"#, true)])
    func `a node that sleeps is there`(_ payload: String, _ isThere: Bool) {
        var home = SampleHome(Self.profile, at: "zwave/5")
        #expect(home.publish("zwave/5/status", payload).words == ["available \(isThere)"])
    }

    @Test func `a value with the time of before is no sign of life`() {
        var home = SampleHome(Self.profile, at: "zwave/5", bridge: BridgeID("zwave"))
        let topic = "zwave/5/" + Self.water
        #expect(home.publish(topic, #"{"time":1795368599000,"value":2}"#).words == ["flood true"])
        home.wait(.seconds(3_600))
        #expect(home.publish("base/here", #"{"value":true,"time":1}"#).bridges.map(\.isOnline) == [true])
        #expect(home.publish(topic, #"{"time":1795368599000,"value":2}"#).words == ["flood true restated"])
        #expect(home.publish("base/here", #"{"value":false}"#).bridges.map(\.isOnline) == [false])
    }
}
