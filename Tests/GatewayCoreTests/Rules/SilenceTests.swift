internal import GatewayCore
internal import GatewayTesting
internal import Testing

@Suite struct SilenceTests {
    private static func home(
        after: Duration?, supervision: Supervision = .report(silentAfter: .hours(4))
    ) -> HomeBuilder {
        var home = HomeBuilder()
        home.devices.append(HomeBuilder.device("plug", [.power], supervision: supervision))
        if let after {
            home.addRule(
                "silence", values: ["devices": .devices([DeviceID("plug")]), "after": .duration(after)])
        }
        return home
    }

    @Test(arguments: [Duration?.none, .hours(3)])
    func `a device that is heard is seen, whatever became of the rule that found it silent`(after: Duration?) {
        var home = EngineDriver(Self.home(after: .hours(1)))
        home.measure("plug", .power, 1_000)
        home.pass(.hours(1))
        #expect(home.states == ["raised"])
        #expect(home.engine.blindness.flatMap(\.devices) == [DeviceID("plug")])
        home.adopt(Self.home(after: after))
        home.measure("plug", .power, 1_000)
        #expect(home.states == ["closed"])
        #expect(home.engine.blindness == [])
    }

    @Test func `two rules of one device each have their alert, and both end when it is heard`() {
        var home = EngineDriver(Self.home(after: .hours(1)))
        home.measure("plug", .power, 1_000)
        home.pass(.hours(5))
        #expect(home.states == ["raised", "raised"])
        home.measure("plug", .power, 1_000)
        #expect(home.states == ["closed", "closed"])
        #expect(home.engine.blindness == [])
    }

    @Test func `copies are no sign of life, but the bridge's word is where it counts`() {
        var home = EngineDriver(Self.home(after: .hours(1), supervision: .bridge))
        home.measure("plug", .power, 1_000)
        home.pass(.minutes(59))
        home.show("plug", .available, true, freshness: .retained)
        home.pass(.minutes(1))
        #expect(home.states == ["raised"])
    }

    @Test func `while its bridge is down a device is not silent, and gets time when it is back`() {
        var home = EngineDriver(Self.home(after: nil))
        home.measure("plug", .power, 1_000)
        home.pass(.hours(3))
        home.turn(.path(.bridge(BridgeID("zigbee")), .down(reason: "offline")))
        home.pass(.hours(10))
        #expect(!home.engine.alerts.contains { $0.kind == .deviceSilence })
        home.turn(.path(.bridge(BridgeID("zigbee")), .up))
        home.pass(.hours(4) - .seconds(1))
        #expect(!home.engine.alerts.contains { $0.kind == .deviceSilence })
        home.pass(.seconds(1))
        #expect(home.engine.alerts.contains { $0.kind == .deviceSilence })
    }

    @Test func `a silent device stays one fault over a restart, and copies do not end it`() {
        let plan = Self.home(after: nil)
        var home = EngineDriver(plan)
        home.measure("plug", .power, 1_000)
        home.pass(.hours(4))
        home.restart(after: .hours(1), with: plan)
        home.turn(
            .readings([
                Reading(
                    device: DeviceID("plug"), capability: .power, value: .number(Quantity(thousandths: 1_000)),
                    moment: home.now, freshness: .retained)
            ]))
        home.pass(.minutes(10))
        #expect(home.states == ["raised"])
        home.measure("plug", .power, 1_000)
        #expect(home.states == ["closed"])
    }

    @Test func `no clock step makes a device silent`() {
        var home = EngineDriver(Self.home(after: nil))
        home.measure("plug", .power, 1_000)
        home.setClock(home.now.wall + .days(400))
        home.turn(.tick)
        home.pass(.hours(4) - .seconds(1))
        #expect(home.states == [])
        home.pass(.seconds(1))
        #expect(home.states == ["raised"])
    }
}
