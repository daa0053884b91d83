internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// What speaks only when it is used is asked for a press now and then.
@Suite struct TestPressTests {
    private static func home() -> EngineDriver {
        var home = HomeBuilder()
        home.addHelpCall(preAlert: .zero)
        home.devices[0].supervision = .testPress(every: .days(30))
        return EngineDriver(home)
    }

    @Test func `a pendant that was not pressed for a month is asked for, and blinds no rule`() {
        var home = Self.home()
        home.pass(.days(29))
        #expect(home.states == [])
        home.pass(.days(1))
        #expect(home.engine.alerts.map(\.kind) == [.testPressDue])
        #expect(home.orders.last?.message.sentence.contains("Press it once, to see that it is heard.") == true)
        #expect(home.engine.blindness == [])
    }

    @Test func `any press answers`() {
        var home = Self.home()
        home.pass(.days(31))
        #expect(home.engine.alerts.filter(\.isOpen).count == 1)
        home.press("pendant", .testPress)
        #expect(home.engine.alerts.first { $0.kind == .testPressDue }?.conditionEnded == true
            || home.engine.alerts.first { $0.kind == .testPressDue }?.isOpen == false)
        home.pass(.days(29))
        #expect(home.engine.alerts.filter { $0.kind == .testPressDue }.count == 1)
        home.pass(.days(2))
        #expect(home.engine.alerts.filter { $0.kind == .testPressDue }.count == 2)
    }

    @Test func `the time in which the gateway was off does not count`() {
        var builder = HomeBuilder()
        builder.addHelpCall(preAlert: .zero)
        builder.devices[0].supervision = .testPress(every: .days(30))
        var home = EngineDriver(builder)
        home.pass(.days(20))
        home.restart(after: .days(20), with: builder)
        home.pass(.days(9))
        #expect(home.states == [])
    }

    @Test func `a path that breaks now and then does not put it off`() {
        var home = Self.home()
        for _ in 0..<30 {
            home.turn(.path(.bridge(BridgeID("zigbee")), .down(reason: "gone")))
            home.pass(.hours(1))
            home.turn(.path(.bridge(BridgeID("zigbee")), .up))
            home.pass(.hours(23))
        }
        home.pass(.hours(1))
        #expect(home.engine.alerts.contains { $0.kind == .testPressDue })
    }
}
