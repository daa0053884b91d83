import DeviceProtocols
import GatewayCore
import Testing

/// Many radio devices on one topic.
@Suite struct RTL433Tests {
    private static let door = DeviceProfile.of(
        .rtl433, ProfileField.state(.open, "/state", on: .text("open"), off: .text("closed")),
        .state(.batteryLow, "/battery_ok", on: .integer(0), off: .integer(1)))
    private static let smoke = DeviceProfile.of(
        .rtl433, ProfileField.event(.helpCall, "/event", .text("press")).with { $0.counter = "/counter" })

    private func home() -> SampleHome {
        func device(_ name: String, _ profile: DeviceProfile, _ identity: String...) -> EnrolledDevice {
            EnrolledDevice(
                id: DeviceID(name), intake: SampleHome.broker,
                address: .message(topic: "rtl_433/attic/events", identity: identity), profile: profile)
        }
        return SampleHome(
            [
                device("door", Self.door, "Cavius-Door", "dc3ce3126533"),
                device("button", Self.smoke, "Honeywell-Security", "74925"),
            ],
            bridges: [.init(bridge: BridgeID("attic"), baseTopic: "rtl_433/attic", dialect: .rtl433)])
    }

    @Test func `a device is known by what its message says`() {
        var home = home()
        let door = home.publish(
            "rtl_433/attic/events",
            #"{"time":"@0.565908s","model":"Cavius-Door","id":"dc3ce3126533","state":"open","counter":254,"mic":"CRC"}"#
        )
        #expect(door.readings.map(\.device) == [DeviceID("door")])
        #expect(door.words == ["open true"])
        #expect(door.unmappedNames.sorted() == ["counter", "mic", "time"])
        let press = #"{"model":"Honeywell-Security","id":74925,"event":"press","counter":7}"#
        #expect(home.publish("rtl_433/attic/events", press).events == [.helpCall])
        for _ in 0..<6 { #expect(home.publish("rtl_433/attic/events", press).copies == 1) }
    }

    @Test func `nobody else can tell anything`() {
        var home = home()
        for payload in [
            #"{"model":"Smoke-GS558","id":27111,"unit":22}"#, #"{"model":"Cavius-Door","id":"other","state":"open"}"#,
        ] {
            let decoded = home.publish("rtl_433/attic/events", payload)
            #expect(decoded.readings.isEmpty && decoded.strangers.count == 1)
        }
        #expect(
            home.publish("rtl_433/attic/events", #"{"model":"Smoke-GS558","id":27111}"#).strangers
                == ["rtl_433/attic/events Smoke-GS558 27111"])
        #expect(home.publish("rtl_433/attic/events", #"{"model":"X","id":{}}"#).undecodableCount == 1)
        #expect(home.publish("rtl_433/attic/events", "x").undecodableCount == 1)
    }

    @Test func `the receiver's absence is the bridge's`() {
        var home = home()
        #expect(
            home.publish("rtl_433/attic/availability", "offline").bridges
                == [.init(bridge: BridgeID("attic"), isOnline: false)])
    }
}
