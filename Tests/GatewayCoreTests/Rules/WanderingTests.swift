internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// BEHAVIOUR 5: wandering.
@Suite struct WanderingTests {
    private static let night = DayWindow(from: TimeOfDay(minutes: 1_320), to: TimeOfDay(minutes: 360))

    /// Two in the night.
    private static let small = Moment(
        boot: EngineDriver.morning.boot, wall: EngineDriver.morning.wall + .hours(18), quality: .synchronised)

    private static func home(
        devices: [String] = ["motion", "bed"], atOnce: Bool = false, at moment: Moment = small,
        preAlert: Duration = .zero
    ) -> (EngineDriver, HomeBuilder) {
        var home = HomeBuilder()
        home.devices.append(HomeBuilder.device("bed", [.bedOccupied], resident: "margaret", bridge: nil))
        home.devices.append(HomeBuilder.device("back-door", [.open]))
        home.visitors = [Visitor(id: VisitorID("nurse"), name: "the nurse")]
        var values: [String: RuleValues.Value] = ["doors": .devices([DeviceID("door"), DeviceID("back-door")])]
        if !devices.isEmpty { values["devices"] = .devices(devices.map { DeviceID($0) }) }
        if atOnce { values["at_once"] = .flag(true) }
        home.addRule("wandering", preAlert: preAlert, values: values) { $0.window = night }
        var driver = EngineDriver(home, at: moment)
        driver.show("door", .open, false)
        driver.show("back-door", .open, false)
        driver.show("bed", .bedOccupied, false)
        driver.show("motion", .motion, false)
        return (driver, home)
    }

    private static func use(_ home: inout EngineDriver) {
        home.show("door", .open, true)
        home.pass(.seconds(5))
        home.show("door", .open, false)
    }

    private static func move(_ home: inout EngineDriver) {
        home.show("motion", .motion, false)
        home.show("motion", .motion, true)
    }

    private static func isCalled(_ home: EngineDriver) -> Bool {
        home.engine.alerts.contains { $0.kind == .wandering && $0.isOpen }
    }

    @Test func `who goes out at night and is not seen inside is missed`() {
        var (home, _) = Self.home()
        Self.use(&home)
        home.pass(.minutes(5) - .seconds(6))
        #expect(home.states == [])
        home.pass(.seconds(1))
        #expect(home.states == ["raised"])
        #expect(home.engine.alerts[0].kind == .wandering)
        #expect(home.engine.alerts[0].detail == "Nobody was seen inside for 5 minutes after the door was opened.")
        home.pass(.minutes(10))
        Self.use(&home)
        home.pass(.minutes(1))
        Self.move(&home)
        #expect(home.states == ["closed"])
    }

    @Test func `a door left standing open without movement inside counts too`() {
        var (home, _) = Self.home()
        home.show("door", .open, true)
        home.pass(.minutes(5))
        #expect(home.states == ["raised"])
    }

    @Test(arguments: [(15, true), (25, false)])
    func `the last sign of the one who leaves is no return`(seconds: Int64, isCalled: Bool) {
        var (home, _) = Self.home()
        Self.use(&home)
        home.pass(.seconds(seconds))
        Self.move(&home)
        home.pass(.minutes(6))
        #expect(Self.isCalled(home) == isCalled)
    }

    @Test func `who lies down at once is back`() {
        var (home, _) = Self.home()
        Self.use(&home)
        home.pass(.seconds(3))
        home.show("bed", .bedOccupied, true)
        home.pass(.minutes(6))
        #expect(home.states == [])
    }

    @Test func `who never left the bed did not go out`() {
        var (home, _) = Self.home()
        home.show("bed", .bedOccupied, true)
        Self.use(&home)
        home.pass(.hours(1))
        #expect(home.states == [])
    }

    @Test func `a door that bangs does not put off the call`() {
        var (home, _) = Self.home()
        for _ in 0..<6 {
            Self.use(&home)
            home.pass(.seconds(55))
        }
        #expect(home.states == ["raised"])
    }

    @Test(arguments: [(13 * 60 + 59, false), (14 * 60, true), (22 * 60 - 1, true), (22 * 60, false)])
    func `only an opening within the window counts`(minutes: Int, isCalled: Bool) {
        var (home, _) = Self.home(at: EngineDriver.morning)
        home.pass(.minutes(Int64(minutes)))
        Self.use(&home)
        home.pass(.minutes(10))
        #expect(Self.isCalled(home) == isCalled)
    }

    @Test func `a visitor who is there, or comes in by that door, explains it`() {
        var (home, _) = Self.home()
        home.turn(.visit(VisitorID("nurse"), isHere: true, until: nil, source: "desk"))
        Self.use(&home)
        home.pass(.minutes(10))
        home.turn(.visit(VisitorID("nurse"), isHere: false, until: nil, source: "desk"))
        home.pass(.minutes(10))
        Self.use(&home)
        home.pass(.minutes(2))
        home.turn(.visit(VisitorID("nurse"), isHere: true, until: nil, source: "desk"))
        home.pass(.minutes(10))
        #expect(home.states == [])
    }

    @Test func `who came to look for her is no return`() {
        var (home, _) = Self.home()
        Self.use(&home)
        home.pass(.minutes(6))
        home.turn(.visit(VisitorID("nurse"), isHere: true, until: nil, source: "desk"))
        home.pass(.minutes(1))
        Self.move(&home)
        #expect(Self.isCalled(home))
    }

    @Test func `where nothing inside can be seen, people are called and told so`() {
        var (home, _) = Self.home(devices: ["motion"])
        Self.use(&home)
        home.turn(.path(.bridge(BridgeID("zigbee")), .down(reason: "gone")))
        home.pass(.minutes(6))
        let alert = home.engine.alerts.first { $0.kind == .wandering }
        #expect(alert?.detail == "Nothing inside can be seen now: nobody knows whether they came back.")
    }

    @Test func `the wait survives a restart, and copies are no openings`() {
        var (home, plan) = Self.home()
        Self.use(&home)
        home.restart(after: .minutes(4), with: plan)
        #expect(home.states == [])
        home.show("motion", .motion, true, freshness: .retained)
        home.pass(.minutes(1))
        #expect(home.states == ["raised"])
        var (other, otherPlan) = Self.home()
        other.restart(after: .minutes(4), with: otherPlan)
        other.show("door", .open, true, freshness: .restated)
        other.show("door", .open, true)
        other.pass(.hours(1))
        #expect(other.states == [])
    }

    @Test func `it waits for the clock and then remembers the opening`() {
        let noClock = Moment(boot: EngineDriver.morning.boot, wall: WallTime(milliseconds: 0), quality: .unsynchronised)
        var (home, _) = Self.home(at: noClock)
        Self.use(&home)
        home.pass(.hours(1))
        #expect(home.states == [])
        home.setClock(Self.small.wall)
        home.pass(.minutes(2))
        #expect(home.states == ["raised"])
    }

    @Test func `the opening itself can be enough`() {
        var (home, _) = Self.home(devices: [], atOnce: true)
        home.show("door", .open, true)
        #expect(home.states == ["raised"])
        home.show("back-door", .open, true)
        #expect(home.states == ["raised", "raised"])
    }

    @Test func `told at once, a return in time still withdraws it`() {
        var (home, _) = Self.home(atOnce: true, preAlert: .seconds(30))
        Self.use(&home)
        #expect(home.states == ["pending"])
        home.show("bed", .bedOccupied, true)
        #expect(home.states == ["closed"])
        #expect(home.orders.isEmpty)
    }

    @Test func `another night is another outing`() {
        var (home, _) = Self.home()
        Self.use(&home)
        home.pass(.minutes(6))
        home.close(1, by: "anna")
        home.pass(.hours(23))
        Self.use(&home)
        home.pass(.minutes(6))
        #expect(home.states == ["closed", "raised"])
    }
}
