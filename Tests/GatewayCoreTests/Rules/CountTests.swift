internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// The driver begins at 08:00 in Brussels.
@Suite struct CountTests {
    private static let night = DayWindow(from: TimeOfDay(minutes: 22 * 60), to: TimeOfDay(minutes: 7 * 60))
    private static let day = DayWindow(from: TimeOfDay(minutes: 9 * 60), to: TimeOfDay(minutes: 12 * 60))

    private static func home(
        window: DayWindow? = nil, _ values: [String: RuleValues.Value]
    ) -> (EngineDriver, HomeBuilder) {
        var home = HomeBuilder()
        home.devices.append(HomeBuilder.device("bath", [.motion], supervision: .bridge))
        var all = values
        all["signals"] = .signals([Signal(DeviceID("bath"), .motion)])
        home.addRule("count", values: all) { $0.window = window }
        return (EngineDriver(home), home)
    }

    private static func counted(_ home: EngineDriver) -> [String] {
        home.engine.alerts.filter { $0.kind == .unusualCount }.map { $0.state.name }
    }

    private static func visit(_ home: inout EngineDriver, _ times: Int = 1, every: Duration = .minutes(30)) {
        for _ in 0..<times {
            home.show("bath", .motion, true)
            home.show("bath", .motion, false)
            home.pass(every)
        }
    }

    @Test func `too many visits in one night are told with their number`() {
        var (home, _) = Self.home(window: Self.night, ["more_than": .count(4)])
        Self.visit(&home, 10)
        #expect(home.states == [])
        home.pass(.hours(10))
        Self.visit(&home, 4)
        #expect(home.states == [])
        Self.visit(&home, 3)
        #expect(home.states == ["raised"])
        #expect(home.engine.alerts.first?.detail == "5 times tonight, more than 4.")
        home.pass(.hours(10))
        #expect(home.states == ["raised"])
        home.pass(.hours(12))
        #expect(home.states == ["closed"])
    }

    @Test func `each night counts anew`() {
        var (home, _) = Self.home(window: Self.night, ["more_than": .count(4)])
        home.pass(.hours(15))
        for _ in 0..<3 {
            Self.visit(&home, 4)
            home.pass(.hours(22))
        }
        #expect(home.states == [])
    }

    @Test func `what comes close together is one visit`() {
        var (home, _) = Self.home(["more_than": .count(2), "within": .duration(.hours(2))])
        Self.visit(&home, 12, every: .minutes(4))
        #expect(home.states == [])
        home.pass(.minutes(10))
        Self.visit(&home, 2, every: .minutes(6))
        #expect(home.states == ["raised"])
    }

    @Test func `what slides out of the time counts no more`() {
        var (home, _) = Self.home(["more_than": .count(2), "within": .duration(.hours(2))])
        Self.visit(&home, 3, every: .minutes(70))
        #expect(home.states == [])
        Self.visit(&home, 1, every: .minutes(10))
        Self.visit(&home, 1, every: .zero)
        #expect(home.states == ["raised"])
        #expect(home.engine.alerts.first?.detail == "3 times within 2 hours, more than 2.")
        home.pass(.hours(2))
        #expect(home.states == ["closed"])
    }

    @Test func `too few are told at the end of the window`() {
        var (home, _) = Self.home(window: Self.day, ["fewer_than": .count(2)])
        home.pass(.minutes(90))
        Self.visit(&home, 1)
        home.pass(.minutes(119))
        #expect(home.states == [])
        home.pass(.minutes(1))
        #expect(home.states == ["raised"])
        #expect(home.engine.alerts.first?.detail == "Once between 09:00 and 12:00, fewer than 2.")
        home.pass(.hours(21))
        Self.visit(&home, 1)
        #expect(home.states == ["raised"])
        Self.visit(&home, 1)
        #expect(home.states == ["closed"])
        home.pass(.hours(20))
        #expect(home.states == ["closed"])
    }

    @Test func `without a window too few are judged at midnight`() {
        var (home, _) = Self.home(["fewer_than": .count(1)])
        home.pass(.hours(20))
        #expect(home.states == [])
        home.pass(.hours(20))
        #expect(home.states == ["raised"])
    }

    @Test func `too few is unknown when not all of the time was seen`() {
        var (unseen, _) = Self.home(window: Self.day, ["fewer_than": .count(2)])
        unseen.pass(.hours(2))
        unseen.show("bath", .available, false)
        unseen.pass(.minutes(5))
        unseen.show("bath", .available, true)
        unseen.pass(.hours(8))
        #expect(Self.counted(unseen) == [])
        var (off, plan) = Self.home(window: Self.day, ["fewer_than": .count(2)])
        off.pass(.hours(2))
        off.restart(after: .minutes(5), with: plan)
        off.pass(.hours(8))
        #expect(Self.counted(off) == [])
        var (away, _) = Self.home(window: Self.day, ["fewer_than": .count(2)])
        away.turn(.mode(.away, until: away.now.wall + .hours(2), source: "test"))
        away.pass(.hours(8))
        #expect(Self.counted(away) == [])
    }

    @Test func `a count goes on over a restart`() {
        var (home, plan) = Self.home(["more_than": .count(2), "within": .duration(.hours(2))])
        Self.visit(&home, 2, every: .minutes(10))
        home.restart(after: .minutes(20), with: plan)
        home.show("bath", .motion, true, freshness: .retained)
        #expect(home.states == [])
        home.show("bath", .motion, false)
        Self.visit(&home)
        #expect(home.states == ["raised"])
    }

    @Test func `while a device is unseen too many do not end, and end when that has slid by`() {
        var (home, _) = Self.home(["more_than": .count(2), "within": .duration(.hours(2))])
        Self.visit(&home, 3, every: .minutes(10))
        home.show("bath", .available, false)
        home.pass(.hours(5))
        #expect(Self.counted(home) == ["raised"])
        home.show("bath", .available, true)
        home.pass(.minutes(119))
        #expect(Self.counted(home) == ["raised"])
        home.pass(.minutes(1))
        #expect(Self.counted(home) == ["closed"])
    }

    @Test func `without a set clock nothing is counted to a window`() {
        var (home, _) = Self.home(window: Self.day, ["more_than": .count(1)])
        home.setClock(home.now.wall, .unsynchronised)
        home.pass(.hours(2))
        Self.visit(&home, 3)
        #expect(home.states == [])
    }

    @Test func `its memory is bounded`() {
        var (home, _) = Self.home(["more_than": .count(200), "apart": .duration(.zero)])
        Self.visit(&home, 500, every: .seconds(30))
        #expect(home.states == ["raised"])
    }
}
