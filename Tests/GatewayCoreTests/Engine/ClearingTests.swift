internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// States of which a device never says that they ended.
@Suite struct ClearingTests {
    private static func plan() -> HomeBuilder {
        var home = HomeBuilder()
        home.addHelpCall()
        for place in home.devices.indices where home.devices[place].id.name == "motion" {
            home.devices[place].clearings = [Clearing(capability: .motion, after: .minutes(2))]
        }
        return home
    }

    private static func motion(_ home: EngineDriver) -> Reading? {
        home.engine.devices[DeviceID("motion")]?[.motion]
    }

    @Test func `it is taken for ended after its time, and that is no sign of life`() {
        var home = EngineDriver(Self.plan())
        home.show("motion", .motion, true)
        let heard = home.engine.devices[DeviceID("motion")]?.heard
        #expect(home.engine.deadline == home.now.boot + .minutes(2))
        home.pass(.seconds(119))
        #expect(Self.motion(home)?.value == .state(true))
        home.pass(.seconds(1))
        #expect(Self.motion(home)?.value == .state(false))
        #expect(Self.motion(home)?.freshness == .cleared)
        #expect(home.engine.devices[DeviceID("motion")]?.heard == heard)
        #expect(home.engine.deadline == nil && home.engine.overdue == [])
    }

    @Test func `told again it lasts longer, and told that it ended it needs no time`() {
        var home = EngineDriver(Self.plan())
        home.show("motion", .motion, true)
        home.pass(.seconds(90))
        home.show("motion", .motion, true)
        home.pass(.seconds(90))
        #expect(Self.motion(home)?.value == .state(true))
        home.show("motion", .motion, false)
        #expect(home.engine.deadline == nil)
        #expect(Self.motion(home)?.freshness == .live)
    }

    @Test func `its time goes on over a restart`() {
        let plan = Self.plan()
        var home = EngineDriver(plan)
        home.show("motion", .motion, true)
        home.pass(.seconds(60))
        home.restart(after: .seconds(30), with: plan)
        #expect(Self.motion(home)?.value == .state(true))
        home.pass(.seconds(30))
        #expect(Self.motion(home)?.value == .state(false))
    }

    @Test func `over a longer one it ends at the start`() {
        let plan = Self.plan()
        var home = EngineDriver(plan)
        home.show("motion", .motion, true)
        home.restart(after: .hours(1), with: plan)
        #expect(Self.motion(home)?.value == .state(false))
    }

    @Test func `an old copy does not bring it back`() {
        var home = EngineDriver(Self.plan())
        home.show("motion", .motion, true)
        home.pass(.minutes(3))
        home.turn(
            .readings([
                Reading(
                    device: DeviceID("motion"), capability: .motion, value: .state(true), moment: home.now,
                    freshness: .restated)
            ]))
        #expect(Self.motion(home)?.value == .state(false))
    }

    @Test func `a reload gives the time to what is known`() {
        var before = Self.plan()
        for place in before.devices.indices { before.devices[place].clearings = [] }
        var home = EngineDriver(before)
        home.show("motion", .motion, true)
        home.pass(.minutes(10))
        #expect(Self.motion(home)?.value == .state(true))
        home.adopt(Self.plan())
        #expect(Self.motion(home)?.value == .state(false))
    }
}
