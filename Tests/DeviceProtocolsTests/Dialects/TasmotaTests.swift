import DeviceProtocols
import GatewayCore
import Testing

/// Tasmota, with both orders of its FullTopic.
@Suite struct TasmotaTests {
    private static let plug = DeviceProfile.of(
        .tasmota, .number(.power, "/ENERGY/Power"),
        .state(.switchedOn, topic: "stat/POWER", on: .text("ON"), off: .text("OFF")),
        .event(.helpCall, topic: "stat/RESULT", "/Button1/Action", .text("SINGLE")),
        ProfileField.number(.temperature, "/DS18B20/Temperature").only("/TempUnit", .text("C")),
        ProfileField.number(.temperature, "/DS18B20/Temperature").with { $0.unit = .fahrenheit }
            .only("/TempUnit", .text("F")))

    @Test(arguments: [("plug", "tele/plug", "stat/plug"), ("home/plug/%prefix%", "home/plug/tele", "home/plug/stat")])
    func `both orders`(_ topic: String, _ tele: String, _ stat: String) {
        var home = SampleHome(Self.plug, at: topic)
        #expect(
            home.publish(tele + "/SENSOR", #"{"Time":"2021-01-13T23:58:41","ENERGY":{"Power":42,"Total":1}}"#).words
                == ["power 42"])
        #expect(home.publish(stat + "/POWER", "ON").words == ["switched_on true"])
        #expect(home.publish(stat + "/RESULT", #"{"Button1":{"Action":"SINGLE"}}"#).events == [.helpCall])
        #expect(home.publish(tele + "/LWT", "Offline", retained: true).words == ["available false retained"])
        #expect(home.publish(tele + "/LWT", "Online").words == ["available true"])
        #expect(home.publish(tele + "/LWT", "online").undecodableCount == 1)
    }

    @Test func `a temperature in Fahrenheit says so`() {
        var home = SampleHome(Self.plug, at: "plug")
        #expect(
            home.publish("tele/plug/SENSOR", #"{"DS18B20":{"Temperature":20.9},"TempUnit":"C"}"#).words == [
                "temperature 20.9"
            ])
        #expect(
            home.publish("tele/plug/SENSOR", #"{"DS18B20":{"Temperature":68},"TempUnit":"F"}"#).words == [
                "temperature 20"
            ])
    }
}
