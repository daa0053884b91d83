internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// Whether somebody is in, from doors and movement.
@Suite struct PresenceTests {
    private static func home(_ change: (inout HomeBuilder) -> Void = { _ in }) -> (EngineDriver, HomeBuilder) {
        var home = HomeBuilder()
        let door = home.devices.firstIndex { $0.id == DeviceID("door") } ?? 0
        home.devices[door].isEntrance = true
        change(&home)
        return (EngineDriver(home), home)
    }

    private static func goOut(_ home: inout EngineDriver) {
        home.show("motion", .motion, true)
        home.show("motion", .motion, false)
        home.show("door", .open, true)
        home.pass(.seconds(20))
        home.show("door", .open, false)
    }

    @Test func `nothing is known before anything is seen`() {
        let (home, _) = Self.home()
        #expect(home.engine.presence.state == .unknown)
        #expect(home.engine.presence.isEmpty(atLeast: 1) == .unknown)
    }

    @Test func `who moves inside is there`() {
        var (home, _) = Self.home()
        home.show("motion", .motion, true)
        #expect(home.engine.presence.state == .someone)
        home.pass(.days(2))
        #expect(home.engine.presence.state == .someone)
    }

    @Test func `a door and then nothing is a home that is probably and then surely empty`() {
        var (home, _) = Self.home()
        Self.goOut(&home)
        #expect(home.engine.presence.state == .someone)
        home.pass(.minutes(10))
        #expect(home.engine.presence.state == .nobody)
        let probably = home.engine.presence.confidence
        home.pass(.hours(1))
        #expect(home.engine.presence.confidence > probably)
        #expect(home.engine.presence.isEmpty(atLeast: 90) == .yes)
    }

    @Test func `a door and then movement is somebody who stayed or came back`() {
        var (home, _) = Self.home()
        Self.goOut(&home)
        home.pass(.minutes(5))
        home.show("motion", .motion, true)
        home.pass(.hours(2))
        #expect(home.engine.presence.state == .someone)
    }

    @Test func `the sensor's last sign of the one who leaves does not keep them in`() {
        var (home, _) = Self.home()
        Self.goOut(&home)
        home.pass(.seconds(40))
        home.show("motion", .motion, true)
        home.pass(.hours(2))
        #expect(home.engine.presence.state == .nobody)
    }

    @Test func `coming home is unknown at the door and certain inside`() {
        var (home, _) = Self.home()
        Self.goOut(&home)
        home.pass(.hours(2))
        home.show("door", .open, true)
        #expect(home.engine.presence.state == .unknown)
        home.show("motion", .motion, true)
        #expect(home.engine.presence.state == .someone)
    }

    @Test func `an animal makes movement less certain`() {
        var (home, _) = Self.home { $0.hasPets = true }
        home.show("motion", .motion, true)
        let doubtful = home.engine.presence.confidence
        var (other, _) = Self.home { home in
            home.hasPets = true
            for index in home.devices.indices { home.devices[index].overlooksPets = true }
        }
        other.show("motion", .motion, true)
        #expect(other.engine.presence.confidence > doubtful)
    }

    @Test func `a door that cannot be seen makes it unknown`() {
        var (home, _) = Self.home()
        home.show("motion", .motion, true)
        home.turn(.path(.bridge(BridgeID("zigbee")), .down(reason: "gone")))
        home.pass(.minutes(1))
        #expect(home.engine.presence.state == .unknown)
    }

    @Test func `an empty home that was out of sight is unknown, and stays so until something is seen`() {
        var (home, _) = Self.home()
        Self.goOut(&home)
        home.pass(.hours(2))
        home.turn(.path(.bridge(BridgeID("zigbee")), .down(reason: "gone")))
        home.pass(.hours(2))
        #expect(home.engine.presence.state == .unknown)
        home.turn(.path(.bridge(BridgeID("zigbee")), .up))
        home.pass(.hours(2))
        #expect(home.engine.presence.state == .unknown)
        home.show("motion", .motion, true)
        #expect(home.engine.presence.state == .someone)
    }

    @Test func `a door and then a time that nobody could see empties no home of which nothing was known`() {
        var (home, _) = Self.home()
        home.show("door", .open, true)
        home.pass(.seconds(20))
        home.show("door", .open, false)
        #expect(home.engine.presence.state == .unknown)
        home.turn(.path(.bridge(BridgeID("zigbee")), .down(reason: "gone")))
        home.pass(.hours(2))
        #expect(home.engine.presence.state == .unknown)
        home.turn(.path(.bridge(BridgeID("zigbee")), .up))
        home.pass(.hours(2))
        #expect(home.engine.presence.state == .unknown)
    }

    @Test func `a home that was said to be empty is unknown when that ends and nobody can see it`() {
        var (home, _) = Self.home()
        home.turn(.mode(.away, until: home.now.wall + .hours(2), source: "page"))
        home.turn(.path(.bridge(BridgeID("zigbee")), .down(reason: "gone")))
        home.pass(.hours(1))
        #expect(home.engine.presence.state == .nobody)
        home.pass(.hours(2))
        #expect(home.engine.presence.state == .unknown)
    }

    @Test func `who was seen inside while little could be seen has not been away all the time`() {
        var (home, _) = Self.home { home in
            home.addRule(
                "not_returned", preAlert: .zero,
                values: ["place": .choice("home"), "within": .duration(.hours(6))])
        }
        Self.goOut(&home)
        home.pass(.hours(2))
        home.turn(.path(.bridge(BridgeID("zigbee")), .down(reason: "gone")))
        home.pass(.hours(1))
        home.show("motion", .motion, true)
        #expect(home.engine.presence.state == .unknown)
        home.turn(.path(.bridge(BridgeID("zigbee")), .up))
        home.turn(.mode(.away, until: home.now.wall + .hours(20), source: "page"))
        home.pass(.hours(5))
        #expect(!home.engine.alerts.contains { $0.kind == .notReturned })
        home.pass(.hours(2))
        #expect(home.engine.alerts.contains { $0.kind == .notReturned })
    }

    @Test func `copies and restarts say nothing of who is in`() {
        var (home, plan) = Self.home()
        Self.goOut(&home)
        home.pass(.hours(2))
        home.restart(after: .minutes(10), with: plan)
        home.show("motion", .motion, true, freshness: .retained)
        #expect(home.engine.presence.state == .nobody)
    }

    @Test func `an empty home is not inactive where the rule asks who is in`() {
        for (heeds, expected) in [(true, [String]()), (false, ["raised"])] {
            var (home, _) = Self.home { home in
                home.addRule(
                    "inactivity", preAlert: .zero,
                    values: [
                        "devices": .devices([DeviceID("motion")]), "after": .duration(.hours(4)),
                        "only_when_home": .flag(heeds),
                    ])
            }
            Self.goOut(&home)
            home.pass(.hours(9))
            #expect(home.states == expected)
        }
    }
}
