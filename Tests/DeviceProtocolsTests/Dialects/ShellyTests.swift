import DeviceProtocols
import GatewayCore
import Testing

/// Shelly of the first and of the later generations.
@Suite struct ShellyTests {
    @Test func `the first generation has a topic for each value`() {
        let door = DeviceProfile.of(
            .shellyGen1, .state(.open, topic: "sensor/state", on: .text("open"), off: .text("close")),
            .number(.battery, topic: "sensor/battery"), .state(.flood, topic: "sensor/flood"))
        var home = SampleHome(door, at: "shellies/shellydw2-A4CF12F454A3")
        func say(_ topic: String, _ payload: String) -> [String] {
            home.publish("shellies/shellydw2-A4CF12F454A3/" + topic, payload).words
        }
        #expect(say("sensor/state", "open") == ["open true"])
        #expect(say("sensor/state", "closed") == [], "it says `close`")
        #expect(say("sensor/battery", "88") == ["battery 88"])
        #expect(say("sensor/flood", "true") == ["flood true"])
        #expect(say("online", "false") == ["available false"])
        #expect(home.publish("shellies/shellydw2-A4CF12F454A3/sensor/lux", "1").strangers == [])
    }

    @Test func `a button says its press again when it connects`() {
        let button = DeviceProfile.of(
            .shellyGen1,
            ProfileField.event(.helpCall, topic: "input_event/0", "/event", .text("S")).with {
                $0.counter = "/event_cnt"
            })
        var home = SampleHome(button, at: "shellies/b")
        #expect(home.publish("shellies/b/input_event/0", #"{"event":"S","event_cnt":2}"#).events == [.helpCall])
        home.wait(.seconds(7_200))
        #expect(home.publish("shellies/b/input_event/0", #"{"event":"S","event_cnt":2}"#).events == [])
        #expect(home.publish("shellies/b/input_event/0", #"{"event":"S","event_cnt":3}"#).events == [.helpCall])
    }

    private static let plus = DeviceProfile.of(
        .shellyGen2, .state(.smoke, topic: "status/smoke:0", "/alarm"),
        .number(.battery, topic: "status/devicepower:0", "/battery/percent"),
        ProfileField.event(.helpCall, topic: "events", "/event", .text("single_push"))
            .only("/component", .text("input:0")))

    @Test func `a component says its whole state, or what changed of it`() {
        var home = SampleHome(Self.plus, at: "shellyplussmoke-x")
        let whole = home.publish("shellyplussmoke-x/status/smoke:0", #"{"id":0,"alarm":true,"mute":false}"#)
        #expect(whole.words == ["smoke true"] && whole.unmappedNames == ["mute"])
        let changed = home.publish(
            "shellyplussmoke-x/events/rpc",
            #"{"src":"shellyplussmoke-x","dst":"x/events","method":"NotifyStatus","#
                + #""params":{"ts":1.5,"smoke:0":{"id":0,"alarm":false}}}"#
        )
        #expect(changed.words == ["smoke false"] && changed.unmapped == 0)
        let full = home.publish(
            "shellyplussmoke-x/events/rpc",
            #"{"method":"NotifyFullStatus","params":{"smoke:0":{"alarm":true},"#
                + #""devicepower:0":{"battery":{"percent":91}}}}"#
        )
        #expect(full.words == ["smoke true", "battery 91"])
    }

    @Test func `each event of a notification is looked at`() {
        var home = SampleHome(Self.plus, at: "b")
        let decoded = home.publish(
            "b/events/rpc",
            #"{"method":"NotifyEvent","params":{"ts":1.5,"events":["#
                + #"{"component":"input:0","id":0,"event":"btn_down","ts":1.5},"#
                + #"{"component":"input:1","id":1,"event":"single_push","ts":1.5},"#
                + #"{"component":"input:0","id":0,"event":"single_push","ts":1.5},7]}}"#
        )
        #expect(decoded.events == [.helpCall])
        #expect(decoded.unmapped == 3)
        #expect(home.publish("b/events/rpc", #"{"params":{"events":7}}"#).readings.isEmpty)
        #expect(home.publish("b/events/rpc", "[]").undecodableCount == 1)
    }

    @Test func `a battery model that sleeps is not gone`() {
        var profile = Self.plus
        #expect(SampleHome.words(profile, "b/online", "false") == ["available false"])
        profile.sleeps = true
        #expect(SampleHome.words(profile, "b/online", "false") == [])
        let device = EnrolledDevice(
            id: DeviceID("b"), intake: SampleHome.broker, address: .topic("b"), profile: profile)
        #expect(
            device.subscriptions.map(\.topic) == ["b/status/smoke:0", "b/status/devicepower:0", "b/events/rpc"])
        #expect(device.subscriptions.map(\.isAlarmClass) == [true, false, true])
    }
}
