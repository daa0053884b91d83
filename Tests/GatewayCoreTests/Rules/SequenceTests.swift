internal import GatewayCore
internal import GatewayTesting
internal import Testing

@Suite struct SequenceTests {
    private static let stove = Signal(DeviceID("stove"), .switchedOn)
    private static let kitchen = Signal(DeviceID("kitchen-motion"), .motion)

    private static func home(
        first: Signal = stove, then: [Signal] = [kitchen], gap: GapHandling? = nil, window: DayWindow? = nil,
        _ flags: [String: Bool] = [:]
    ) -> (EngineDriver, HomeBuilder) {
        var home = HomeBuilder()
        home.devices.append(HomeBuilder.device("stove", [.switchedOn], supervision: .bridge))
        home.devices.append(HomeBuilder.device("kitchen-motion", [.motion, .battery], supervision: .bridge))
        home.devices.append(HomeBuilder.device("toilet", [.buttonPress]))
        var values: [String: RuleValues.Value] = [
            "first": .signals([first]), "then": .signals(then), "within": .duration(.minutes(20)),
        ]
        for (name, flag) in flags { values[name] = .flag(flag) }
        home.addRule("sequence", values: values) {
            $0.gap = gap
            $0.window = window
        }
        return (EngineDriver(home), home)
    }

    private static func incomplete(_ home: EngineDriver) -> [String] {
        home.engine.alerts.filter { $0.kind == .incomplete }.map { $0.state.name }
    }

    @Test func `what should follow and does not is told, and ends when it follows late`() {
        var (home, _) = Self.home()
        home.show("stove", .switchedOn, true)
        home.pass(.minutes(20) - .seconds(1))
        #expect(home.states == [])
        home.pass(.seconds(1))
        #expect(home.states == ["raised"])
        #expect(
            home.engine.alerts.first?.detail
                == "the stove: switched on. Then for 20 minutes not: the kitchen-motion: motion.")
        home.show("kitchen-motion", .motion, true)
        #expect(home.states == ["closed"])
    }

    @Test func `what follows in time ends the wait`() {
        var (home, _) = Self.home()
        home.show("stove", .switchedOn, true)
        home.pass(.minutes(19))
        home.show("kitchen-motion", .motion, true)
        home.show("kitchen-motion", .motion, false)
        home.pass(.hours(5))
        #expect(home.states == [])
    }

    @Test func `what holds all along counts as following`() {
        var (home, _) = Self.home()
        home.show("kitchen-motion", .motion, true)
        home.show("stove", .switchedOn, true)
        home.pass(.hours(1))
        #expect(home.states == [])
    }

    @Test func `it must go on following where that is asked`() {
        var (home, _) = Self.home(["repeats": true])
        home.show("stove", .switchedOn, true)
        for _ in 0..<5 {
            home.pass(.minutes(15))
            home.show("kitchen-motion", .motion, true)
            home.show("kitchen-motion", .motion, false)
        }
        #expect(home.states == [])
        home.pass(.minutes(20))
        #expect(home.states == ["raised"])
        home.show("stove", .switchedOn, false)
        #expect(home.states == ["closed"])
        home.pass(.hours(2))
        #expect(home.states == ["closed"])
    }

    @Test func `what follows and falls silent must go on when it is seen again`() {
        var (home, _) = Self.home(["repeats": true])
        home.show("stove", .switchedOn, true)
        home.show("kitchen-motion", .motion, true)
        home.pass(.minutes(5))
        home.show("kitchen-motion", .available, false)
        home.pass(.hours(1))
        #expect(Self.incomplete(home) == [])
        home.show("kitchen-motion", .available, true)
        home.show("kitchen-motion", .motion, false)
        home.pass(.minutes(19))
        #expect(Self.incomplete(home) == [])
        home.pass(.minutes(1))
        #expect(Self.incomplete(home) == ["raised"])
    }

    @Test func `it waits only while what came first holds, where that is asked`() {
        var (home, _) = Self.home(["while_true": true])
        home.show("stove", .switchedOn, true)
        home.pass(.minutes(10))
        home.show("stove", .switchedOn, false)
        home.pass(.hours(1))
        #expect(home.states == [])
    }

    @Test func `a door that is opened and not closed`() {
        let open = Signal(DeviceID("door"), .open)
        let closed = Signal(DeviceID("door"), .open, isOn: false)
        var (home, _) = Self.home(first: open, then: [closed])
        home.show("door", .open, false)
        home.show("door", .open, true)
        home.pass(.minutes(10))
        home.show("door", .open, false)
        home.pass(.hours(1))
        #expect(home.states == [])
        home.show("door", .open, true)
        home.pass(.minutes(20))
        #expect(home.states == ["raised"])
        home.show("door", .open, false)
        #expect(home.states == ["closed"])
    }

    @Test(arguments: [true, false])
    func `what comes first again begins the time anew, or not`(restarts: Bool) {
        let toilet = Signal(DeviceID("toilet"), .buttonPress)
        var (home, _) = Self.home(first: toilet, ["restarts": restarts])
        home.press("toilet", .buttonPress)
        home.pass(.minutes(15))
        home.press("toilet", .buttonPress)
        home.pass(.minutes(5))
        #expect(home.states == (restarts ? [] : ["raised"]))
        home.pass(.minutes(15))
        #expect(home.states == ["raised"])
    }

    @Test func `a second time is told again when the first was attended`() {
        let toilet = Signal(DeviceID("toilet"), .buttonPress)
        var (home, _) = Self.home(first: toilet)
        home.press("toilet", .buttonPress)
        home.pass(.minutes(20))
        home.close(1, by: "anna")
        home.press("toilet", .buttonPress)
        home.pass(.minutes(20))
        #expect(home.states == ["closed", "raised"])
    }

    private static let gaps: [(GapHandling?, Int64)] = [(nil, 10), (.pause, 10), (.restart, 20), (.count, 0)]

    @Test(arguments: gaps)
    func `an outage counts as the rule says`(gap: GapHandling?, minutes: Int64) {
        var (home, plan) = Self.home(gap: gap)
        home.show("stove", .switchedOn, true)
        home.pass(.minutes(10))
        home.restart(after: .hours(1), with: plan)
        if minutes > 0 {
            home.pass(.minutes(minutes) - .seconds(1))
            #expect(home.states == [])
            home.pass(.seconds(1))
        }
        #expect(home.states == ["raised"])
    }

    @Test(arguments: gaps)
    func `while what should follow cannot be seen it waits`(gap: GapHandling?, minutes: Int64) {
        var (home, _) = Self.home(gap: gap)
        home.show("stove", .switchedOn, true)
        home.pass(.minutes(10))
        home.show("kitchen-motion", .available, false)
        home.pass(.hours(2))
        #expect(Self.incomplete(home) == [])
        // It is heard again by something that the rule does not watch.
        home.show("kitchen-motion", .available, true)
        if minutes > 0 {
            home.pass(.minutes(minutes) - .seconds(1))
            #expect(Self.incomplete(home) == [])
            home.pass(.seconds(1))
        }
        #expect(Self.incomplete(home) == ["raised"])
    }

    @Test func `a copy does not say that something happens`() {
        var (home, _) = Self.home()
        home.show("stove", .switchedOn, true, freshness: .retained)
        home.pass(.hours(1))
        #expect(home.states == [])
    }

    @Test func `a stove that is known to be on at the start counts where it must hold`() {
        var (home, _) = Self.home(["while_true": true])
        home.show("stove", .switchedOn, true, freshness: .retained)
        home.pass(.minutes(20))
        #expect(home.states == ["raised"])
    }

    @Test func `what begins outside its part of the day is not its matter`() {
        let night = DayWindow(from: TimeOfDay(minutes: 22 * 60), to: TimeOfDay(minutes: 6 * 60))
        var (home, _) = Self.home(window: night)
        home.show("stove", .switchedOn, true)
        home.pass(.hours(15))
        #expect(home.states == [])
        home.show("stove", .switchedOn, false)
        home.show("stove", .switchedOn, true)
        home.pass(.minutes(20))
        #expect(home.states == ["raised"])
    }

    @Test func `without a set clock a part of the day is not known`() {
        let day = DayWindow(from: TimeOfDay(minutes: 6 * 60), to: TimeOfDay(minutes: 22 * 60))
        var (home, _) = Self.home(window: day)
        home.setClock(home.now.wall, .unsynchronised)
        home.show("stove", .switchedOn, true)
        home.pass(.hours(1))
        #expect(home.states == [])
    }
}
