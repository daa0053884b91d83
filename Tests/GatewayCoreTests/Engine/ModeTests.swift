internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// Modes narrow what routine rules watch, end by themselves, and never touch an emergency.
@Suite struct ModeTests {
    private static func home(_ change: (inout HomeBuilder) -> Void = { _ in }) -> (EngineDriver, HomeBuilder) {
        var home = HomeBuilder()
        home.addHelpCall(preAlert: .zero)
        home.addRule(
            "left_open", values: ["devices": .devices([DeviceID("door")]), "hold": .duration(.minutes(5))]
        ) { $0.modes = [.night, .away] }
        change(&home)
        return (EngineDriver(home), home)
    }

    private static let night = DayWindow(from: TimeOfDay(minutes: 22 * 60 + 30), to: TimeOfDay(minutes: 7 * 60))

    @Test func `each mode ends by itself, also when nobody says when`() {
        for mode in HomeMode.allCases {
            var (home, _) = Self.home()
            home.turn(.mode(mode, until: nil, source: "page"))
            #expect(home.engine.mode == mode)
            home.pass(Plan.defaultStay(mode))
            #expect(home.engine.mode == .home, "\(mode)")
        }
    }

    @Test func `the night comes and goes by its hours`() {
        var (home, _) = Self.home { $0.night = Self.night }
        #expect(home.engine.mode == .home)
        // It is eight in the morning.
        home.pass(.hours(14))
        #expect(home.engine.mode == .home)
        home.pass(.minutes(30))
        #expect(home.engine.mode == .night)
        home.pass(.hours(8) + .minutes(30))
        #expect(home.engine.mode == .home)
    }

    @Test func `it is no night by a clock that is not set`() {
        var (home, _) = Self.home { $0.night = Self.night }
        home.setClock(home.now.wall + .hours(16), .unsynchronised)
        home.turn(.tick)
        #expect(home.engine.mode == .home)
        home.setClock(home.now.wall, .synchronised)
        home.turn(.tick)
        #expect(home.engine.mode == .night)
    }

    @Test func `what lasted before its mode began is told when it begins`() {
        var (home, _) = Self.home { $0.night = Self.night }
        home.show("door", .open, true)
        home.pass(.hours(14))
        #expect(home.states == [])
        home.pass(.minutes(30))
        #expect(home.states == ["raised"])
    }

    @Test func `what is over before its mode begins is told to nobody`() {
        var (home, _) = Self.home()
        home.show("door", .open, true)
        home.pass(.hours(1))
        home.show("door", .open, false)
        home.turn(.mode(.night, until: nil, source: "page"))
        #expect(home.pass(.hours(1)) == [])
        #expect(home.states == [])
    }

    @Test func `what waits for its mode waits over a restart`() {
        var (home, plan) = Self.home()
        home.show("door", .open, true)
        home.pass(.hours(1))
        home.restart(after: .minutes(3), with: plan)
        #expect(home.states == [])
        home.turn(.mode(.away, until: nil, source: "page"))
        #expect(home.states == ["raised"])
    }

    @Test func `an alert stays when its mode ends`() {
        var (home, _) = Self.home()
        home.turn(.mode(.night, until: home.now.wall + .hours(1), source: "page"))
        home.show("door", .open, true)
        home.pass(.hours(3))
        #expect(home.engine.mode == .home)
        #expect(home.states == ["raised"])
    }

    @Test(arguments: HomeMode.allCases)
    func `an emergency is raised in every mode, whatever its rule says`(_ mode: HomeMode) {
        var (home, _) = Self.home { home in
            home.addRule("hazard", values: ["devices": .devices([DeviceID("smoke")])]) { common in
                common.modes = [.visitors]
                common.window = DayWindow(from: TimeOfDay(minutes: 0), to: TimeOfDay(minutes: 1))
                common.isShadow = true
                common.clearsAfter = .hours(1)
                common.mutedBy = [RuleID("left_open")]
            }
        }
        home.turn(.mode(mode, until: nil, source: "page"))
        home.show("smoke", .smoke, true)
        #expect(home.states == ["raised"])
        #expect(home.orders.count == 1)
    }

    @Test func `activity brings back who is away, and an animal does not`() {
        for (hasPets, mode) in [(false, HomeMode.home), (true, .away)] {
            var (home, _) = Self.home { $0.hasPets = hasPets }
            home.turn(.mode(.away, until: nil, source: "page"))
            home.pass(.hours(1))
            home.show("motion", .motion, true)
            #expect(home.engine.mode == mode)
        }
    }

    @Test func `a mode is kept over a restart`() {
        var (home, plan) = Self.home()
        home.turn(.mode(.holiday, until: home.now.wall + .days(5), source: "page"))
        home.restart(after: .hours(3), with: plan)
        #expect(home.engine.mode == .holiday)
        home.pass(.days(5))
        #expect(home.engine.mode == .home)
    }
}
