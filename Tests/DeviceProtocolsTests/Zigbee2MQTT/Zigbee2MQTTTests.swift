import DeviceProtocols
import GatewayCore
import Testing

@Suite struct Zigbee2MQTTTests {
    private func home() -> SampleHome {
        SampleHome([
            .zigbee("hall/pendant", .pendant), .zigbee("door", .door), .zigbee("cord", .cord),
        ])
    }

    @Test func `one press that comes as three messages is one press`() {
        var home = home()
        let first = home.publish("zigbee2mqtt/hall/pendant", #"{"action":"emergency","battery":null,"linkquality":90}"#)
        #expect(first.words == ["help_call", "link_quality 90"])
        home.wait(.milliseconds(20))
        let second = home.publish("zigbee2mqtt/hall/pendant", #"{"action":"","battery":null,"linkquality":90}"#)
        #expect(second.words == ["link_quality 90"])
        let third = home.publish("zigbee2mqtt/hall/pendant/action", "emergency")
        #expect(third == DecodedArrival())
    }

    @Test func `after the person has cancelled, the next press counts however soon it comes`() {
        var home = home()
        let press = #"{"action":"emergency"}"#
        #expect(home.publish("zigbee2mqtt/hall/pendant", press).events == [.helpCall])
        home.wait(.seconds(1))
        home.decoder.forgetPresses()
        home.wait(.seconds(1))
        #expect(home.publish("zigbee2mqtt/hall/pendant", press).events == [.helpCall])
    }

    @Test func `copies within the profile's time are one press and later ones are not`() {
        var home = home()
        let press = #"{"action":"emergency"}"#
        #expect(home.publish("zigbee2mqtt/hall/pendant", press).events == [.helpCall])
        home.wait(.seconds(2))
        let copy = home.publish("zigbee2mqtt/hall/pendant", press)
        #expect(copy.events == [])
        #expect(copy.copies == 1)
        home.wait(.seconds(2))
        #expect(home.publish("zigbee2mqtt/hall/pendant", press).events == [.helpCall])
    }

    @Test func `two buttons of one device do not hide each other`() {
        var home = home()
        #expect(home.publish("zigbee2mqtt/hall/pendant", #"{"action":"emergency"}"#).events == [.helpCall])
        #expect(home.publish("zigbee2mqtt/hall/pendant", #"{"action":"off"}"#).events == [.cancel])
    }

    @Test func `a retained press is counted and never an event`() {
        var home = home()
        let decoded = home.publish(
            "zigbee2mqtt/hall/pendant", #"{"action":"emergency","battery":80}"#, retained: true)
        #expect(decoded.words == ["battery 80 retained"])
        #expect(decoded.copies == 1)
    }

    @Test func `a press after its retained copy is heard`() {
        var home = home()
        let press = #"{"action":"emergency","last_seen":"2026-11-22T17:29:59.000Z"}"#
        #expect(home.publish("zigbee2mqtt/hall/pendant", press, retained: true).events == [])
        #expect(home.publish("zigbee2mqtt/hall/pendant", press).events == [.helpCall])
    }

    @Test func `a redelivered press is told again with its mark`() {
        var home = home()
        let press = #"{"action":"emergency","last_seen":"2026-11-22T17:29:59.000Z"}"#
        #expect(home.publish("zigbee2mqtt/hall/pendant", press).events == [.helpCall])
        let again = home.publish("zigbee2mqtt/hall/pendant", press, redelivered: true)
        #expect(again.events == [.helpCall])
        #expect(again.readings.map(\.isRedelivered) == [true])
    }

    @Test(arguments: [
        (#"{"state":"online"}"#, true), (#"{"state":"offline"}"#, false), ("online", true), ("offline", false),
    ])
    func `availability and bridge state come in both forms`(_ payload: String, _ isOnline: Bool) {
        var home = home()
        let device = home.publish("zigbee2mqtt/hall/pendant/availability", payload, retained: true)
        #expect(device.words == ["available \(isOnline) retained"])
        #expect(home.publish("zigbee2mqtt/door/availability", payload).words == ["available \(isOnline)"])
        let bridge = home.publish("zigbee2mqtt/bridge/state", payload, retained: true)
        #expect(bridge.bridges == [.init(bridge: SampleHome.zigbee, isOnline: isOnline)])
    }

    @Test(arguments: ["", "maybe", #"{"state":"asleep"}"#, #"{"state":1}"#, "{", "[]"])
    func `an availability that is neither is counted`(_ payload: String) {
        var home = home()
        #expect(home.publish("zigbee2mqtt/door/availability", payload).undecodableCount == 1)
        let bridge = home.publish("zigbee2mqtt/bridge/state", payload)
        #expect(bridge.undecodableCount == 1)
        #expect(bridge.bridges.isEmpty)
    }

    @Test(arguments: [
        "zigbee2mqtt/bridge/event", "zigbee2mqtt/bridge/devices", "zigbee2mqtt/bridge/logging",
        "zigbee2mqtt/hall/pendant/set", "zigbee2mqtt/door/get", "zigbee2mqtt/door/contact",
        "zigbee2mqtt/stranger/action",
    ])
    func `what concerns no device is passed over`(_ topic: String) {
        var home = home()
        #expect(home.publish(topic, #"{"type":"device_joined"}"#) == DecodedArrival())
    }

    @Test(arguments: ["zigbee2mqtt/garden/shed", "zigbee2mqtt/garden/shed/availability"])
    func `a device that nobody enrolled is named and gives no reading`(_ topic: String) {
        var home = home()
        let decoded = home.publish(topic, #"{"action":"emergency"}"#)
        #expect(decoded.strangers == ["zigbee2mqtt/garden/shed"])
        #expect(decoded.readings.isEmpty)
    }

    @Test func `values that nobody explains are counted`() {
        var home = home()
        let decoded = home.publish(
            "zigbee2mqtt/door", #"{"contact":"ajar","temperature":21.37,"voltage":3005,"update":{"state":"idle"}}"#)
        #expect(decoded.words == ["voltage 3.005", "temperature 21.37"])
        #expect(decoded.unmapped == 2)
    }

    @Test(arguments: [#"{"contact":null}"#, "{}", #"{"contact":""}"#])
    func `null and missing and empty say nothing`(_ payload: String) {
        var home = home()
        #expect(home.publish("zigbee2mqtt/door", payload) == DecodedArrival())
    }

    @Test func `a number outside its capability's range is refused`() {
        var home = home()
        let decoded = home.publish("zigbee2mqtt/door", #"{"contact":false,"temperature":8500}"#)
        #expect(decoded.words == ["open true"])
        #expect(decoded.refused == 1)
    }

    @Test func `a value that stays is an event only when it comes`() {
        var home = home()
        #expect(home.publish("zigbee2mqtt/cord", #"{"sos":false,"battery_low":false}"#).events == [])
        #expect(home.publish("zigbee2mqtt/cord", #"{"sos":true,"battery_low":false}"#).events == [.helpCall])
        home.wait(.minutes(10))
        let battery = home.publish("zigbee2mqtt/cord", #"{"sos":true,"battery_low":true}"#)
        #expect(battery.words == ["battery_low true"])
        #expect(battery.copies == 1)
        _ = home.publish("zigbee2mqtt/cord", #"{"sos":false}"#)
        #expect(home.publish("zigbee2mqtt/cord", #"{"sos":true}"#).events == [.helpCall])
    }

    @Test func `another word ends an event that stays`() {
        let radar = DeviceProfile(
            id: "radar", title: "Fall radar", maker: "OWON", dialect: .zigbee2mqtt,
            fields: [ProfileField(path: "/status", capability: .fall, meaning: .happens(when: [.text("falling")]))])
        var home = SampleHome([.zigbee("radar", radar)])
        var events: [[Capability]] = []
        for status in ["falling", "falling", "sitting", "falling"] {
            home.wait(.seconds(10))
            events.append(home.publish("zigbee2mqtt/radar", "{\"status\":\"\(status)\"}").events)
        }
        #expect(events == [[.fall], [], [], [.fall]])
    }

    @Test func `a first call for help by a value that stays is heard`() {
        var home = home()
        #expect(home.publish("zigbee2mqtt/cord", #"{"sos":true}"#).events == [.helpCall])
    }
}
