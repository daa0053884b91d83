internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// What is unknown, since when, which rules it blinds, and that it is told once.
@Suite struct BlindnessTests {
    private static let bridge = Path.bridge(BridgeID("zigbee"))

    private static func home(_ change: (inout HomeBuilder) -> Void = { _ in }) -> (EngineDriver, HomeBuilder) {
        var home = HomeBuilder()
        home.addHelpCall(preAlert: .zero)
        home.addLeftOpen(hold: .minutes(10))
        home.addInactivity(after: .hours(4), preAlert: .zero)
        change(&home)
        return (EngineDriver(home), home)
    }

    @Test func `a bridge that is down says once which rules it blinds and what that means`() {
        var (home, _) = Self.home()
        home.turn(.path(Self.bridge, .down(reason: "gone")))
        home.pass(.minutes(5))
        #expect(home.states == ["raised"])
        let sentence = home.orders.last?.message.sentence ?? ""
        #expect(sentence.contains("Blind meanwhile: Rule help_call (a press for help is not heard)"))
        #expect(sentence.contains("Rule left_open (nobody is called when it stays open)"))
        #expect(home.engine.blindness.count == 1)
        #expect(home.engine.blindness[0].devices.count == 6)
        #expect(home.engine.blindness[0].rules.allSatisfy { !$0.isPartial })
        home.turn(.path(Self.bridge, .up))
        #expect(home.engine.blindness == [])
    }

    @Test func `a silent device blinds a rule in part while others still see`() {
        var (home, _) = Self.home { home in
            home.devices[4].supervision = .report(silentAfter: .hours(1))
        }
        home.pass(.hours(1))
        let blind = home.engine.blindness
        #expect(blind.map(\.devices) == [[DeviceID("motion")]])
        #expect(blind[0].rules.map(\.isPartial) == [true])
        #expect(home.story(1).contains { $0.contains("in part: nobody is called when no activity is seen") })
    }

    @Test func `who closes the fault by hand does not make the device seen`() {
        var (home, _) = Self.home { $0.devices[3].supervision = .report(silentAfter: .hours(1)) }
        home.pass(.hours(1))
        home.close(1, by: "bert")
        #expect(home.engine.blindness.count == 1)
        home.show("door", .open, false)
        #expect(home.engine.blindness == [])
    }

    @Test func `a door whose bridge is gone is neither open nor shut`() {
        var (home, _) = Self.home()
        home.show("door", .open, true)
        home.pass(.minutes(5))
        home.turn(.path(Self.bridge, .down(reason: "gone")))
        home.pass(.hours(3))
        #expect(home.engine.alerts.map(\.kind) == [.bridgeFault])
        home.turn(.path(Self.bridge, .up))
        home.show("door", .open, true, freshness: .retained)
        #expect(home.engine.alerts.map(\.kind) == [.bridgeFault, .leftOpen])
    }

    @Test func `nobody is inactive while nothing can be seen, and the gap does not count`() {
        var (home, _) = Self.home()
        home.show("motion", .motion, true)
        home.pass(.hours(2))
        home.turn(.path(Self.bridge, .down(reason: "gone")))
        home.pass(.hours(9))
        #expect(home.engine.alerts.map(\.kind) == [.bridgeFault])
        home.turn(.path(Self.bridge, .up))
        // Of the first two hours nothing is lost but the seconds before the break was a fault.
        home.pass(.hours(2) - .seconds(16))
        #expect(home.engine.alerts.count == 1)
        home.pass(.seconds(16))
        #expect(home.engine.alerts.map(\.kind) == [.bridgeFault, .inactivity])
    }

    @Test func `an outage within a blind time is skipped once`() {
        var (home, plan) = Self.home()
        home.show("motion", .motion, true)
        home.pass(.hours(2))
        home.turn(.path(Self.bridge, .down(reason: "gone")))
        home.pass(.hours(1))
        home.restart(after: .hours(3), with: plan)
        home.pass(.hours(1))
        home.turn(.path(Self.bridge, .up))
        home.pass(.hours(2) - .minutes(1))
        #expect(!home.engine.alerts.contains { $0.kind == .inactivity })
        home.pass(.minutes(1))
        #expect(home.engine.alerts.contains { $0.kind == .inactivity })
    }

    @Test func `what was blind is blind after a restart, and told once`() {
        var (home, plan) = Self.home()
        home.turn(.path(Self.bridge, .down(reason: "gone")))
        home.pass(.minutes(5))
        let before = home.engine.blindness
        home.restart(after: .minutes(5), with: plan)
        home.turn(.path(Self.bridge, .down(reason: "gone")))
        home.pass(.hours(1))
        #expect(home.engine.blindness.map(\.cause) == before.map(\.cause))
        #expect(home.states == ["raised"])
    }

    @Test func `three values are Kleene's`() {
        #expect((Truth.no && .unknown) == .no)
        #expect((Truth.yes && .unknown) == .unknown)
        #expect((Truth.yes || .unknown) == .yes)
        #expect((Truth.no || .unknown) == .unknown)
        #expect(!Truth.unknown == .unknown)
        #expect(Truth.atLeast(2, of: [.yes, .unknown, .no]) == .unknown)
        #expect(Truth.atLeast(2, of: [.yes, .unknown, .yes]) == .yes)
        #expect(Truth.atLeast(2, of: [.no, .unknown, .no]) == .no)
    }
}
