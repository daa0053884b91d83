import DeviceProtocols
import GatewayCore
import Testing

/// Cached states that Zigbee2MQTT sends again, without the retain flag.
@Suite struct RestatementTests {
    private let door = "zigbee2mqtt/door"

    private func home() -> SampleHome {
        SampleHome([.zigbee("door", .door), .zigbee("pendant", .pendant), .zigbee("cord", .cord)])
    }

    private func bridge(_ home: inout SampleHome, _ state: String, retained: Bool = false) {
        _ = home.publish("zigbee2mqtt/bridge/state", #"{"state":"\#(state)"}"#, retained: retained)
    }

    @Test func `after a bridge's start the first publish of a device is its cached state`() {
        var home = home()
        bridge(&home, "online", retained: true)
        home.wait(.minutes(5))
        #expect(home.publish(door, #"{"contact":false}"#).words == ["open true"])
        bridge(&home, "offline")
        home.wait(.seconds(20))
        bridge(&home, "online")
        #expect(home.publish(door, #"{"contact":false}"#).words == ["open true restated"])
        #expect(home.publish(door, #"{"contact":false}"#).words == ["open true"])
    }

    @Test func `after a bridge's start a changed state is news`() {
        var home = home()
        bridge(&home, "online")
        home.wait(.minutes(5))
        _ = home.publish(door, #"{"contact":true}"#)
        bridge(&home, "offline")
        bridge(&home, "online")
        #expect(home.publish(door, #"{"contact":false}"#).words == ["open true"])
    }

    @Test func `at our own start an unknown state is taken as a copy`() {
        var home = home()
        bridge(&home, "online", retained: true)
        #expect(home.publish(door, #"{"contact":false}"#).words == ["open true restated"])
    }

    @Test func `long after a bridge's start a first publish is live`() {
        var home = home()
        bridge(&home, "online")
        home.wait(.seconds(61))
        #expect(home.publish(door, #"{"contact":false}"#).words == ["open true"])
    }

    @Test func `the kept word online of a bridge known to be online changes nothing`() {
        var home = home()
        bridge(&home, "online")
        home.wait(.minutes(5))
        _ = home.publish(door, #"{"contact":false}"#)
        bridge(&home, "online", retained: true)
        #expect(home.publish(door, #"{"contact":false}"#).words == ["open true"])
    }

    @Test func `a press right after a bridge's start is a press`() {
        var home = home()
        bridge(&home, "offline")
        bridge(&home, "online")
        #expect(home.publish("zigbee2mqtt/pendant", #"{"action":"emergency"}"#).events == [.helpCall])
    }

    @Test func `a value that stayed on over a bridge's start is no new call`() {
        var home = home()
        bridge(&home, "offline")
        bridge(&home, "online")
        let restated = home.publish("zigbee2mqtt/cord", #"{"sos":true,"battery_low":false}"#)
        #expect(restated.words == ["battery_low false restated"])
        #expect(restated.copies == 1)
        home.wait(.minutes(1))
        #expect(home.publish("zigbee2mqtt/cord", #"{"sos":true}"#).events == [])
    }

    @Test func `a value that came on over a bridge's start is a call`() {
        var home = home()
        _ = home.publish("zigbee2mqtt/cord", #"{"sos":false}"#)
        bridge(&home, "offline")
        bridge(&home, "online")
        #expect(home.publish("zigbee2mqtt/cord", #"{"sos":true}"#).events == [.helpCall])
    }

    @Test func `at our own start an unknown call that stays is rather heard`() {
        var home = home()
        bridge(&home, "online", retained: true)
        let decoded = home.publish("zigbee2mqtt/cord", #"{"sos":true,"battery_low":false}"#)
        #expect(decoded.words == ["help_call", "battery_low false restated"])
    }

    @Test func `a message with the time already seen is a copy`() {
        var home = home()
        let message = #"{"contact":false,"last_seen":"2026-11-22T17:30:00.000Z"}"#
        #expect(home.publish(door, message).words == ["open true"])
        #expect(home.publish(door, message).words == ["open true restated"])
        home.wait(.minutes(3))
        let later = home.publish(door, #"{"contact":false,"linkquality":1,"last_seen":"2026-11-22T17:30:00.000Z"}"#)
        #expect(later.words == ["open true restated"])
        #expect(later.readings.first?.occurred == SampleHome.start)
    }

    @Test func `two publishes of one transmission are both live`() {
        var home = home()
        #expect(
            home.publish(door, #"{"contact":false,"last_seen":"2026-11-22T17:30:00+00:00"}"#).words == ["open true"])
        home.wait(.milliseconds(400))
        #expect(
            home.publish(door, #"{"contact":true,"last_seen":"2026-11-22T17:30:00+00:00"}"#).words == ["open false"])
    }

    @Test func `a newer time is a sign of life even right after a bridge's start`() {
        var home = home()
        _ = home.publish(door, #"{"contact":false,"last_seen":"2026-11-22T17:29:58Z"}"#)
        bridge(&home, "offline")
        home.wait(.seconds(10))
        bridge(&home, "online")
        #expect(
            home.publish(door, #"{"contact":false,"last_seen":"2026-11-22T17:30:09Z"}"#).words == ["open true"])
    }

    @Test func `a first message with an old time is a copy that keeps its time`() {
        var home = home()
        let decoded = home.publish(door, #"{"contact":false,"last_seen":1795365000000}"#)
        #expect(decoded.words == ["open true restated"])
        #expect(decoded.readings.first?.occurred == WallTime(milliseconds: 1_795_365_000_000))
    }

    @Test func `a time before the bridge's start is a copy however young`() {
        var home = home()
        bridge(&home, "offline")
        home.wait(.seconds(10))
        bridge(&home, "online")
        let decoded = home.publish(
            "zigbee2mqtt/cord", #"{"sos":true,"battery_low":true,"last_seen":"2026-11-22T17:30:00Z"}"#)
        #expect(decoded.words == ["battery_low true restated"])
    }

    @Test func `a press that waited in the broker is told with its own time`() {
        var home = home()
        let decoded = home.publish("zigbee2mqtt/pendant", #"{"action":"emergency","last_seen":1795368000000}"#)
        #expect(decoded.events == [.helpCall])
        #expect(decoded.readings.first?.occurred == WallTime(milliseconds: 1_795_368_000_000))
        #expect(decoded.readings.first?.age == .minutes(10))
        let second = home.publish("zigbee2mqtt/pendant", #"{"action":"emergency","last_seen":1795368060000}"#)
        #expect(second.events == [.helpCall])
    }

    @Test func `a press with a clock that was set back is a press`() {
        var home = home()
        _ = home.publish("zigbee2mqtt/pendant", #"{"battery":80,"last_seen":"2026-11-22T17:32:00Z"}"#)
        let press = home.publish(
            "zigbee2mqtt/pendant", #"{"action":"emergency","last_seen":"2026-11-22T17:20:00Z"}"#)
        #expect(press.events == [.helpCall])
        home.wait(.minutes(1))
        let next = home.publish("zigbee2mqtt/pendant", #"{"battery":80,"last_seen":"2026-11-22T17:21:00Z"}"#)
        #expect(next.words == ["battery 80"])
    }

    @Test(arguments: ["1970-01-01T00:00:00Z", "2026-11-22T18:00:00Z", "2026-10-01T00:00:00Z", "yesterday"])
    func `a time that cannot be is ignored`(_ time: String) {
        var home = home()
        let message = #"{"contact":false,"last_seen":"\#(time)"}"#
        let first = home.publish(door, message)
        #expect(first.words == ["open true"])
        #expect(first.readings.first?.occurred == nil)
        #expect(home.publish(door, message).words == ["open true"])
    }

    @Test func `without a trusted clock times are compared and not told`() {
        var home = home()
        home.quality = .unsynchronised
        let message = #"{"contact":false,"last_seen":"2020-01-01T00:00:00Z"}"#
        let first = home.publish(door, message)
        #expect(first.words == ["open true"])
        #expect(first.readings.first?.occurred == nil)
        #expect(home.publish(door, message).words == ["open true restated"])
    }
}
