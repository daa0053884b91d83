internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// Away always ends by itself and never switches off help calls or hazards.
@Suite struct AwayTests {
    private static func home() -> (EngineDriver, HomeBuilder) {
        var home = HomeBuilder()
        home.addHelpCall(preAlert: .zero)
        home.addHazard()
        home.addInactivity(after: .hours(8), preAlert: .zero)
        return (EngineDriver(home), home)
    }

    @Test func `nobody is missed while away, and coming back starts a new count`() {
        var (home, _) = Self.home()
        home.turn(.mode(.away, until: home.now.wall + .hours(10), source: "page"))
        home.pass(.hours(10))
        #expect(home.engine.gateway.awayUntil == nil)
        #expect(home.pass(.minutes(479)) == [])
        #expect(home.states == [])
        home.pass(.minutes(1))
        #expect(home.states == ["raised"])
    }

    @Test func `their own activity ends it without an alert`() {
        var (home, _) = Self.home()
        home.turn(.mode(.away, until: home.now.wall + .days(3), source: "page"))
        home.pass(.minutes(2))
        home.show("motion", .motion, true)
        #expect(home.engine.gateway.awayUntil != nil)
        home.pass(.hours(20))
        home.show("motion", .motion, true)
        #expect(home.engine.gateway.awayUntil == nil)
        #expect(home.states == [])
        #expect(home.pass(.hours(7)) == [])
    }

    @Test func `an outage over its end does not make it an alarm`() {
        var (home, plan) = Self.home()
        home.turn(.mode(.away, until: home.now.wall + .hours(1), source: "page"))
        home.restart(after: .hours(20), with: plan)
        #expect(home.engine.gateway.awayUntil == nil)
        #expect(home.states == [])
        #expect(home.pass(.hours(7)) == [])
    }

    @Test func `it ends also on a clock that is not set, and nothing spins`() {
        var (home, _) = Self.home()
        home.turn(.mode(.away, until: home.now.wall + .hours(2), source: "page"))
        home.setClock(WallTime(milliseconds: 4_000_000_000_000), .unsynchronised)
        home.pass(.minutes(119))
        #expect(home.engine.gateway.awayUntil != nil)
        home.pass(.minutes(1))
        #expect(home.engine.gateway.awayUntil == nil)
    }

    @Test(arguments: [Int64.max, 1 << 60])
    func `no wish is long enough to be for ever`(_ milliseconds: Int64) {
        var (home, _) = Self.home()
        home.turn(.mode(.away, until: WallTime(milliseconds: milliseconds), source: "page"))
        home.pass(.days(91))
        #expect(home.engine.gateway.awayUntil == nil)
    }

    @Test func `help calls and smoke are told while away`() {
        var (home, _) = Self.home()
        home.turn(.mode(.away, until: home.now.wall + .days(3), source: "page"))
        #expect(home.press("pendant").contains("tell anna raised over anna-app (d1)"))
        #expect(home.show("smoke", .smoke, true).contains("tell anna raised over anna-app (d2)"))
    }
}
