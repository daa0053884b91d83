import DeviceProtocols
import GatewayCore
import Testing

@Suite struct ReloadTests {
    private static let devices: [EnrolledDevice] = [
        .zigbee("pendant", .pendant), .zigbee("cord", .cord), .radio("smoke", "20:03:A10900", .smoke),
    ]

    @Test func `a reload makes no copy a new press and tears no packet`() {
        var home = SampleHome(Self.devices)
        #expect(home.publish("zigbee2mqtt/pendant", #"{"action":"emergency"}"#).events == [.helpCall])
        #expect(home.publish("zigbee2mqtt/cord", #"{"sos":true}"#).events == [.helpCall])
        #expect(home.receive(SampleHome.radio, hex: "082003").readings.isEmpty)
        var reloaded = SampleHome(Self.devices + [.zigbee("new", .door)])
        reloaded.decoder.continueFrom(home.decoder)
        #expect(reloaded.publish("zigbee2mqtt/pendant", #"{"action":"emergency"}"#).events == [])
        #expect(reloaded.publish("zigbee2mqtt/cord", #"{"sos":true}"#).events == [])
        #expect(reloaded.receive(SampleHome.radio, hex: "00a109000670").words.first == "smoke true")
    }

    @Test func `a device with another profile begins anew`() {
        var home = SampleHome([.zigbee("pendant", .pendant)])
        _ = home.publish("zigbee2mqtt/pendant", #"{"action":"emergency"}"#)
        var changed = DeviceProfile.pendant
        changed.repeatWithin = .seconds(1)
        var reloaded = SampleHome([.zigbee("pendant", changed)])
        reloaded.decoder.continueFrom(home.decoder)
        #expect(reloaded.publish("zigbee2mqtt/pendant", #"{"action":"emergency"}"#).events == [.helpCall])
    }

    @Test func `after a restart a state that differs from the ledger's is news`() {
        var home = SampleHome([.zigbee("door", .door), .zigbee("shed", .door)])
        let closed = ["door", "shed"].map { name in
            DeviceState(
                device: DeviceID(name),
                latest: [
                    Reading(device: DeviceID(name), capability: .open, value: .state(false), moment: home.moment)
                ])
        }
        home.decoder.learn(closed)
        _ = home.publish("zigbee2mqtt/bridge/state", "online", retained: true)
        #expect(home.publish("zigbee2mqtt/door", #"{"contact":false}"#).words == ["open true"])
        #expect(home.publish("zigbee2mqtt/shed", #"{"contact":true}"#).words == ["open false restated"])
    }

    @Test(arguments: [(2, []), (3, [Capability.helpCall])] as [(Int, [Capability])])
    func `after a restart the count of the ledger's last press tells a copy from a press`(
        _ count: Int, _ events: [Capability]
    ) {
        var profile = DeviceProfile.of(
            .json, ProfileField.event(.helpCall, "/event", .text("S")).with { $0.counter = "/count" })
        let message = #"{"event":"S","count":2}"#
        var before = SampleHome(profile, at: "device")
        let press = before.publish("device", message).readings
        #expect(press.map(\.count) == [2])
        var home = SampleHome(profile, at: "device")
        home.decoder.learn([DeviceState(device: press[0].device, latest: press)])
        #expect(home.publish("device", #"{"event":"S","count":\#(count)}"#).events == events)
        // Where two fields count presses apart, whose count it was is not known, and no press is lost.
        profile.fields.append(ProfileField.event(.helpCall, "/other", .text("S")).with { $0.counter = "/others" })
        var two = SampleHome(profile, at: "device")
        two.decoder.learn([DeviceState(device: press[0].device, latest: press)])
        #expect(two.publish("device", message).events == [.helpCall])
    }
}
