internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// A path that is connected but delivers nothing is one fault, found by how often it used to deliver.
@Suite struct RhythmTests {
    private static let names = ["smoke", "door", "motion", "thermometer"]

    private static func home(silentAfter: Duration = .hours(25), reporting count: Int = 4) -> (EngineDriver, HomeBuilder) {
        var home = HomeBuilder()
        home.addHelpCall(preAlert: .zero)
        for place in home.devices.indices where names.prefix(count).contains(home.devices[place].id.name) {
            home.devices[place].supervision = .report(silentAfter: silentAfter)
        }
        return (EngineDriver(home), home)
    }

    /// Each device reports once an hour, a quarter of an hour apart.
    private static func live(_ home: inout EngineDriver, hours: Int, without silent: Set<String> = []) {
        for _ in 0..<hours {
            for (name, capability) in [("smoke", Capability.smoke), ("door", .open), ("motion", .motion)] {
                if !silent.contains(name) { home.show(name, capability, false) }
                home.pass(.minutes(15))
            }
            if !silent.contains("thermometer") { home.measure("thermometer", .temperature, 20_000) }
            home.pass(.minutes(15))
        }
    }

    @Test func `many that fall silent together are one fault of their bridge, long before they are missed`() {
        var (home, _) = Self.home()
        Self.live(&home, hours: 8 * 24)
        #expect(home.states == [])
        home.pass(.hours(1) + .minutes(40))
        #expect(home.states == [])
        home.pass(.minutes(10))
        #expect(home.engine.alerts.map(\.kind) == [.bridgeFault])
        #expect(home.orders.last?.message.sentence.contains("nothing has been heard from its 4 supervised devices") == true)
        home.pass(.days(3))
        #expect(home.engine.alerts.map(\.kind) == [.bridgeFault])
    }

    @Test func `that the bridge says online ends nothing, and one of its devices does`() {
        var (home, _) = Self.home()
        Self.live(&home, hours: 8 * 24)
        home.pass(.hours(3))
        home.turn(.path(.bridge(BridgeID("zigbee")), .up))
        #expect(home.states == ["raised"])
        home.show("door", .open, false)
        #expect(home.engine.gateway.downPaths == [])
        #expect(home.engine.blindness == [])
    }

    @Test func `until a week is known only what the devices promise counts`() {
        var (home, _) = Self.home()
        Self.live(&home, hours: 5 * 24)
        home.pass(.hours(20))
        #expect(home.states == [])
    }

    @Test func `one that falls silent while others speak is its own fault`() {
        var (home, _) = Self.home()
        Self.live(&home, hours: 8 * 24)
        Self.live(&home, hours: 26, without: ["motion"])
        #expect(home.engine.alerts.map(\.kind) == [.deviceSilence])
    }

    @Test func `of two supervised devices each has its own fault`() {
        var (home, _) = Self.home(reporting: 2)
        Self.live(&home, hours: 8 * 24)
        home.pass(.hours(26))
        #expect(home.engine.alerts.map(\.kind) == [.deviceSilence, .deviceSilence])
    }

    @Test func `a home that is left for long is not taken for a silent bridge`() {
        var (home, _) = Self.home()
        Self.live(&home, hours: 8 * 24)
        home.turn(.mode(.away, until: home.now.wall + .hours(20), source: "page"))
        home.pass(.hours(15))
        #expect(home.states == [])
    }

    @Test func `a restart keeps the rhythm, and time off does not count`() {
        var (home, builder) = Self.home()
        Self.live(&home, hours: 8 * 24)
        home.restart(after: .hours(10), with: builder)
        home.pass(.hours(1) + .minutes(30))
        #expect(home.states == [])
        home.pass(.minutes(30))
        #expect(home.engine.alerts.map(\.kind) == [.bridgeFault])
        home.restart(after: .minutes(1), with: builder)
        home.turn(.path(.bridge(BridgeID("zigbee")), .up))
        home.pass(.hours(5))
        #expect(home.engine.alerts.map(\.kind) == [.bridgeFault])
        home.show("door", .open, false)
        #expect(home.engine.gateway.downPaths == [])
    }

    @Test func `an intake that breaks and comes back begins a new interval for its bridges`() {
        var (home, _) = Self.home()
        Self.live(&home, hours: 8 * 24)
        home.turn(.path(.intake(IntakeID("broker")), .down(reason: "gone")))
        home.pass(.hours(4))
        home.turn(.path(.intake(IntakeID("broker")), .up))
        home.pass(.hours(1) + .minutes(50))
        #expect(home.engine.alerts.map(\.kind) == [.intakeFault])
        home.pass(.minutes(20))
        #expect(home.engine.alerts.map(\.kind) == [.intakeFault, .bridgeFault])
    }

    @Test func `who is no longer supervised makes no path silent`() {
        var (home, builder) = Self.home()
        Self.live(&home, hours: 8 * 24)
        home.pass(.hours(3))
        #expect(home.states == ["raised"])
        for place in builder.devices.indices { builder.devices[place].supervision = .none }
        home.adopt(builder)
        #expect(home.engine.gateway.downPaths == [])
    }
}
