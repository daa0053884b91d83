internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// The driver begins at 08:00 in Brussels.
@Suite struct MissedTests {
    private static let breakfast = DayWindow(from: TimeOfDay(minutes: 9 * 60), to: TimeOfDay(minutes: 11 * 60))
    private static let night = DayWindow(from: TimeOfDay(minutes: 22 * 60), to: TimeOfDay(minutes: 2 * 60))
    private static let carer = VisitorID("carer")

    private static func home(
        window: DayWindow = breakfast, _ values: [String: RuleValues.Value] = [:]
    ) -> (EngineDriver, HomeBuilder) {
        var home = HomeBuilder()
        home.devices.append(HomeBuilder.device("kettle", [.switchedOn], supervision: .bridge))
        home.visitors = [Visitor(id: carer, name: "The morning carer", stay: .hours(2))]
        var all = values
        if all["visitors"] == nil { all["signals"] = .signals([Signal(DeviceID("kettle"), .switchedOn)]) }
        home.addRule("missed", preAlert: .zero, values: all) { $0.window = window }
        return (EngineDriver(home), home)
    }

    private static func missed(_ home: EngineDriver) -> [String] {
        home.engine.alerts.filter { $0.kind == .missed }.map { $0.state.name }
    }

    private static func boil(_ home: inout EngineDriver) {
        home.show("kettle", .switchedOn, true)
        home.show("kettle", .switchedOn, false)
    }

    @Test func `who comes with the last stroke is in time`() {
        var (home, _) = Self.home()
        home.pass(.hours(3) - .seconds(1))
        // Nobody has looked at the window yet when the kettle is heard.
        home.stall(.seconds(2))
        Self.boil(&home)
        home.pass(.hours(1))
        #expect(home.states == [])
    }

    @Test func `what does not happen by the end of its window is told once, and ends when it happens late`() {
        var (home, _) = Self.home()
        home.pass(.hours(3) - .seconds(1))
        #expect(home.states == [])
        home.pass(.seconds(1))
        #expect(home.states == ["raised"])
        #expect(home.engine.alerts.first?.detail == "Not seen between 09:00 and 11:00.")
        home.pass(.hours(2))
        Self.boil(&home)
        #expect(home.states == ["closed"])
        home.pass(.hours(18))
        #expect(home.states == ["closed"])
    }

    @Test func `what happens in its window is not missed, before it is`() {
        var (home, _) = Self.home()
        home.pass(.minutes(90))
        Self.boil(&home)
        home.pass(.hours(10))
        #expect(home.states == [])
        var (early, _) = Self.home()
        Self.boil(&early)
        early.pass(.hours(10))
        #expect(early.states == ["raised"])
    }

    @Test func `each day has one finding`() {
        var (home, _) = Self.home()
        for day: Int64 in 1...4 {
            home.pass(.days(1))
            #expect(Self.missed(home).count == Int(day))
            home.close(day, by: "anna")
        }
        #expect(Self.missed(home) == Array(repeating: "closed", count: 4))
    }

    @Test func `a clock that is set back over the end judges no window twice`() {
        var (home, _) = Self.home()
        home.pass(.hours(3))
        home.close(1, by: "anna")
        home.setClock(home.now.wall - .hours(1))
        home.turn(.tick)
        home.pass(.hours(3))
        #expect(home.states == ["closed"])
    }

    @Test func `what could not be seen all the time may have happened`() {
        var (home, _) = Self.home()
        home.pass(.minutes(90))
        home.show("kettle", .available, false)
        home.pass(.minutes(10))
        home.show("kettle", .available, true)
        home.pass(.hours(8))
        #expect(Self.missed(home) == [])
        home.pass(.days(1))
        #expect(Self.missed(home) == ["raised"])
    }

    @Test func `it is told in spite of that where that is asked`() {
        var (home, _) = Self.home(["when_unseen": .choice("raise")])
        home.pass(.minutes(90))
        home.show("kettle", .available, false)
        home.pass(.hours(2))
        #expect(Self.missed(home) == ["raised"])
        let detail = home.engine.alerts.first { $0.kind == .missed }?.detail
        #expect(detail == "Not seen between 09:00 and 11:00, and part of that time could not be watched.")
    }

    @Test(arguments: [30, 60, 150, 300])
    func `an outage in the window makes it unknown, unless it happened`(minutes: Int64) {
        var (home, plan) = Self.home()
        home.pass(.minutes(90))
        home.restart(after: .minutes(minutes), with: plan)
        home.pass(.hours(10))
        #expect(home.states == [])
        var (known, other) = Self.home()
        known.pass(.minutes(75))
        Self.boil(&known)
        known.restart(after: .minutes(minutes), with: other)
        known.pass(.hours(10))
        #expect(known.states == [])
    }

    @Test func `a short stop before the window changes nothing`() {
        var (home, plan) = Self.home()
        home.restart(after: .minutes(30), with: plan)
        home.pass(.hours(3))
        #expect(home.states == ["raised"])
    }

    @Test func `a rule that is new in the middle of its window does not judge it`() {
        var (home, _) = Self.home(window: DayWindow(from: TimeOfDay(minutes: 7 * 60), to: TimeOfDay(minutes: 9 * 60)))
        home.pass(.hours(4))
        #expect(home.states == [])
        home.pass(.days(1))
        #expect(home.states == ["raised"])
    }

    @Test(arguments: [HomeMode.away, .holiday])
    func `nothing is expected of who is out`(mode: HomeMode) {
        var (home, _) = Self.home()
        home.pass(.minutes(30))
        home.turn(.mode(mode, until: home.now.wall + .hours(6), source: "test"))
        home.pass(.hours(12))
        #expect(home.states == [])
    }

    @Test func `the carer's visit will do, when it begins and when it goes on`() {
        let values: [String: RuleValues.Value] = ["visitors": .visitors([Self.carer])]
        var (missed, _) = Self.home(values)
        missed.pass(.hours(3))
        #expect(missed.states == ["raised"])
        missed.turn(.visit(Self.carer, isHere: true, until: nil, source: "tag"))
        #expect(missed.states == ["closed"])
        var (begins, _) = Self.home(values)
        begins.pass(.minutes(90))
        begins.turn(.visit(Self.carer, isHere: true, until: nil, source: "tag"))
        begins.turn(.visit(Self.carer, isHere: false, until: nil, source: "tag"))
        begins.pass(.hours(3))
        #expect(begins.states == [])
        var (goesOn, _) = Self.home(values)
        goesOn.pass(.minutes(30))
        goesOn.turn(.visit(Self.carer, isHere: true, until: nil, source: "tag"))
        goesOn.pass(.hours(4))
        #expect(goesOn.states == [])
    }

    @Test func `a check-in is that the person says that they are well`() {
        var (home, _) = Self.home(["ok_counts": .flag(true)])
        home.pass(.minutes(90))
        home.turn(.okay(source: "panel"))
        home.pass(.hours(3))
        #expect(home.states == [])
        home.pass(.days(1))
        #expect(home.states == ["raised"])
    }

    @Test(arguments: [("daily", 7), ("weekdays", 5), ("weekends", 2)])
    func `it is expected on its days`(days: String, count: Int) {
        var (home, _) = Self.home(["days": .choice(days)])
        for _ in 0..<7 {
            home.pass(.days(1))
            for alert in home.engine.alerts where alert.isOpen { home.close(alert.id.number, by: "anna") }
        }
        #expect(Self.missed(home).count == count)
    }

    @Test func `a window over midnight is one`() {
        var (home, _) = Self.home(window: Self.night)
        home.pass(.hours(17))
        Self.boil(&home)
        home.pass(.hours(6))
        #expect(home.states == [])
        home.pass(.days(1))
        #expect(home.states == ["raised"])
    }

    @Test func `copies are no signs`() {
        var (home, _) = Self.home()
        home.pass(.minutes(90))
        home.show("kettle", .switchedOn, true, freshness: .retained)
        home.pass(.hours(2))
        #expect(home.states == ["raised"])
    }

    @Test func `without a set clock it waits, and remembers what happened`() {
        var (home, _) = Self.home()
        home.setClock(home.now.wall, .unsynchronised)
        home.pass(.minutes(90))
        Self.boil(&home)
        home.pass(.hours(4))
        #expect(home.states == [])
        home.setClock(home.now.wall)
        home.turn(.tick)
        home.pass(.hours(1))
        #expect(home.states == [])
    }

    @Test func `the night on which an hour happens twice has one window`() {
        // 2026-10-24 20:00 in Brussels; on the 25th the clock goes back from 03:00 to 02:00.
        var home = HomeBuilder()
        home.devices.append(HomeBuilder.device("kettle", [.switchedOn]))
        let values: [String: RuleValues.Value] = ["signals": .signals([Signal(DeviceID("kettle"), .switchedOn)])]
        home.addRule("missed", preAlert: .zero, values: values) {
            $0.window = DayWindow(from: TimeOfDay(minutes: 23 * 60), to: TimeOfDay(minutes: 150))
        }
        let evening = Moment(
            boot: .zero + .hours(1), wall: WallTime(milliseconds: 1_792_864_800_000), quality: .synchronised)
        var driver = EngineDriver(home, at: evening)
        driver.pass(.hours(5))
        driver.pass(.hours(1))
        driver.pass(.hours(18))
        #expect(driver.engine.alerts.count == 1)
    }
}
