import DeviceProtocols
import GatewayCore
import Testing

/// OpenMQTTGateway and Theengs.
@Suite struct OpenMQTTGatewayTests {
    private static let profile = DeviceProfile.of(
        .openMQTTGateway, .number(.temperature, "/tempc"), .number(.humidity, "/hum"), .number(.battery, "/batt"))

    @Test func `a topic for each Bluetooth device`() {
        var home = SampleHome(Self.profile, at: "home/OMG/BTtoMQTT/4C33A6603C79")
        #expect(
            home.publish("home/OMG/BTtoMQTT/4C33A6603C79", #"{"hum":"52.6","tempc":"19.2","tempf":"66.56"}"#).words
                == ["temperature 19.2", "humidity 52.6"], "older firmware wrote numbers as texts")
    }

    @Test func `one topic for all radio devices`() {
        var profile = Self.profile
        profile.identity = ["/model", "/id"]
        var home = SampleHome([
            EnrolledDevice(
                id: DeviceID("d"), intake: SampleHome.broker,
                address: .message(topic: "home/OMG/RTL_433toMQTT", identity: ["GT-WT02", "211"]), profile: profile)
        ])
        #expect(
            home.publish("home/OMG/RTL_433toMQTT", #"{"model":"GT-WT02","id":211,"tempc":3.8}"#).words
                == ["temperature 3.8"])
    }
}
