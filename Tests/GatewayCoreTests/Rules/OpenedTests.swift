internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// BEHAVIOUR 5: something is opened.
@Suite struct OpenedTests {
    private static func home(
        spacing: Duration? = nil, modifiers: (inout RuleCommon) -> Void = { _ in }
    ) -> (EngineDriver, HomeBuilder) {
        var home = HomeBuilder()
        var values: [String: RuleValues.Value] = ["devices": .devices([DeviceID("door")])]
        if let spacing { values["at_most_every"] = .duration(spacing) }
        home.addRule("opened", values: values, modifiers: modifiers)
        return (EngineDriver(home), home)
    }

    private static func shut(_ home: inout EngineDriver) { home.show("door", .open, false) }

    @Test func `an opening is told once`() {
        var (home, _) = Self.home()
        Self.shut(&home)
        home.show("door", .open, true)
        #expect(home.states == ["raised"])
        #expect(home.engine.alerts[0].kind == .opened)
        home.show("door", .open, true)
        home.pass(.minutes(20))
        #expect(home.engine.alerts[0].occurrences == 1)
    }

    @Test(arguments: [(9, 1), (10, 2)])
    func `a busy door is one message for a while`(minutes: Int64, occurrences: Int) {
        var (home, _) = Self.home()
        Self.shut(&home)
        home.show("door", .open, true)
        Self.shut(&home)
        home.pass(.minutes(minutes))
        home.show("door", .open, true)
        #expect(home.engine.alerts.map(\.occurrences) == [occurrences])
    }

    @Test func `without spacing each opening counts`() {
        var (home, _) = Self.home(spacing: .zero)
        for _ in 0..<3 {
            Self.shut(&home)
            home.show("door", .open, true)
        }
        #expect(home.engine.alerts[0].occurrences == 3)
    }

    @Test func `a door that is found open was not seen to open`() {
        var (home, _) = Self.home()
        home.show("door", .open, true)
        home.pass(.minutes(1))
        #expect(home.states == [])
    }

    @Test(arguments: [Freshness.retained, .restated])
    func `a copy is no opening, and neither is what repeats it`(freshness: Freshness) {
        var (home, plan) = Self.home()
        Self.shut(&home)
        home.restart(after: .hours(1), with: plan)
        home.show("door", .open, true, freshness: freshness)
        home.show("door", .open, true)
        #expect(home.states == [])
    }

    @Test func `a door known shut before a restart opens after it`() {
        var (home, plan) = Self.home()
        Self.shut(&home)
        home.restart(after: .hours(1), with: plan)
        home.show("door", .open, true)
        #expect(home.states == ["raised"])
    }

    @Test func `an opening that arrives late is only recorded`() {
        var (home, _) = Self.home()
        Self.shut(&home)
        home.stall(.hours(1))
        home.show("door", .open, true, age: .minutes(3))
        #expect(home.states == [])
    }

    @Test func `an opening before the window does not hide the first within it`() {
        let night = DayWindow(from: TimeOfDay(minutes: 1_320), to: TimeOfDay(minutes: 360))
        var (home, _) = Self.home { $0.window = night }
        Self.shut(&home)
        home.pass(.hours(13) + .minutes(58))
        home.show("door", .open, true)
        #expect(home.states == [])
        Self.shut(&home)
        home.pass(.minutes(3))
        home.show("door", .open, true)
        #expect(home.states == ["raised"])
        home.pass(.hours(9))
        #expect(home.engine.alerts[0].occurrences == 1)
    }

    @Test func `within a window it waits for the clock`() {
        let night = DayWindow(from: TimeOfDay(minutes: 360), to: TimeOfDay(minutes: 1_320))
        var (home, _) = Self.home { $0.window = night }
        home.setClock(WallTime(milliseconds: 0), .unsynchronised)
        Self.shut(&home)
        home.show("door", .open, true)
        #expect(home.states == [])
    }
}
