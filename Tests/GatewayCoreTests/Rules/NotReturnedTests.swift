internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// BEHAVIOUR 5: left a bed, a chair or the home, and not returned.
@Suite struct NotReturnedTests {
    private static let night = DayWindow(from: TimeOfDay(minutes: 1_320), to: TimeOfDay(minutes: 390))

    private static func home(
        within: Duration? = .minutes(30), backBy: TimeOfDay? = nil, place: String? = nil, window: DayWindow? = nil,
        gap: GapHandling? = nil, confidence: Int? = nil, at moment: Moment = EngineDriver.morning
    ) -> (EngineDriver, HomeBuilder) {
        var home = HomeBuilder()
        home.devices.append(HomeBuilder.device("bed", [.bedOccupied], resident: "margaret"))
        for index in home.devices.indices where home.devices[index].id == DeviceID("door") {
            home.devices[index].isEntrance = true
        }
        var values: [String: RuleValues.Value] = [:]
        if let within { values["within"] = .duration(within) }
        if let backBy { values["back_by"] = .time(backBy) }
        if let confidence { values["confidence"] = .count(confidence) }
        if let place { values["place"] = .choice(place) } else { values["devices"] = .devices([DeviceID("bed")]) }
        home.addRule("not_returned", preAlert: .zero, values: values) {
            $0.window = window
            $0.gap = gap
        }
        return (EngineDriver(home, at: moment), home)
    }

    private static func bed(_ home: inout EngineDriver, _ isOccupied: Bool, freshness: Freshness = .live) {
        home.show("bed", .bedOccupied, isOccupied, freshness: freshness)
    }

    private static func use(_ home: inout EngineDriver) {
        home.show("door", .open, true)
        home.show("door", .open, false)
    }

    // MARK: - Beds

    @Test func `a bed that was left and not returned to is told, and the return ends it`() {
        var (home, _) = Self.home()
        Self.bed(&home, true)
        home.pass(.hours(2))
        Self.bed(&home, false)
        home.pass(.minutes(29))
        #expect(home.states == [])
        home.pass(.minutes(1))
        #expect(home.states == ["raised"])
        #expect(home.engine.alerts[0].kind == .notReturned)
        #expect(home.engine.alerts[0].detail == "Left at 10:00, not back for 30 minutes.")
        Self.bed(&home, true)
        #expect(home.states == ["closed"])
    }

    @Test func `activity does not end it`() {
        var (home, _) = Self.home()
        Self.bed(&home, true)
        Self.bed(&home, false)
        home.pass(.minutes(20))
        home.show("motion", .motion, true)
        home.turn(.okay(source: "the voice"))
        home.pass(.minutes(10))
        home.show("motion", .motion, false)
        home.show("motion", .motion, true)
        #expect(home.states == ["raised"])
    }

    @Test func `a bed that was never known occupied was not left`() {
        var (home, _) = Self.home()
        Self.bed(&home, false)
        home.pass(.hours(5))
        Self.bed(&home, false)
        home.pass(.hours(5))
        #expect(home.states == [])
    }

    @Test(arguments: [(21 * 60 + 59, 0), (22 * 60, 1), (26 * 60, 1), (30 * 60 + 29, 1), (30 * 60 + 30, 0)])
    func `only what was left within the window counts`(minutes: Int, alerts: Int) {
        var (home, _) = Self.home(window: Self.night)
        Self.bed(&home, true)
        home.pass(.minutes(Int64(minutes - 8 * 60)))
        Self.bed(&home, false)
        home.pass(.hours(20))
        #expect(home.states.count == alerts)
    }

    @Test func `the wait goes on over a restart, and the outage counts`() {
        var (home, plan) = Self.home()
        Self.bed(&home, true)
        Self.bed(&home, false)
        home.pass(.minutes(10))
        home.restart(after: .minutes(15), with: plan)
        Self.bed(&home, false, freshness: .restated)
        #expect(home.states == [])
        home.pass(.minutes(5))
        #expect(home.states == ["raised"])
    }

    @Test(arguments: [(GapHandling.pause, Int64(20)), (.restart, Int64(30))])
    func `an outage can be left out of the wait`(gap: GapHandling, minutes: Int64) {
        var (home, plan) = Self.home(gap: gap)
        Self.bed(&home, true)
        Self.bed(&home, false)
        home.pass(.minutes(10))
        home.restart(after: .hours(3), with: plan)
        home.pass(.minutes(minutes) - .seconds(1))
        #expect(home.states == [])
        home.pass(.seconds(1))
        #expect(home.states == ["raised"])
    }

    @Test func `a copy that says that the bed is occupied is a return`() {
        var (home, plan) = Self.home()
        Self.bed(&home, true)
        Self.bed(&home, false)
        home.restart(after: .minutes(20), with: plan)
        Self.bed(&home, true, freshness: .retained)
        home.pass(.hours(5))
        #expect(home.states == [])
    }

    @Test func `a bed that cannot be seen raises nothing until it is seen empty`() {
        var (home, _) = Self.home()
        Self.bed(&home, true)
        Self.bed(&home, false)
        home.turn(.path(.bridge(BridgeID("zigbee")), .down(reason: "gone")))
        home.pass(.hours(2))
        #expect(!home.engine.alerts.contains { $0.kind == .notReturned })
        home.turn(.path(.bridge(BridgeID("zigbee")), .up))
        home.pass(.hours(2))
        #expect(!home.engine.alerts.contains { $0.kind == .notReturned })
        Self.bed(&home, false, freshness: .restated)
        #expect(home.engine.alerts.contains { $0.kind == .notReturned && $0.isOpen })
    }

    @Test func `within a window it waits for the clock, and then knows when it was left`() {
        let noClock = Moment(boot: EngineDriver.morning.boot, wall: WallTime(milliseconds: 0), quality: .unsynchronised)
        var (home, _) = Self.home(window: Self.night, at: noClock)
        Self.bed(&home, true)
        Self.bed(&home, false)
        home.pass(.hours(1))
        #expect(home.states == [])
        // It is 23:30: she got up at half past ten.
        home.setClock(WallTime(milliseconds: 1_795_386_600_000))
        home.pass(.minutes(2))
        #expect(home.states == ["raised"])
    }

    @Test(arguments: [(1_774_742_400_000, 2), (1_792_882_800_000, 4)])
    func `on the nights on which the clocks change, back by is by the clock`(wall: Int64, hours: Int64) {
        // From one o'clock in the night to four o'clock.
        let moment = Moment(
            boot: EngineDriver.morning.boot, wall: WallTime(milliseconds: wall), quality: .synchronised)
        var (home, _) = Self.home(within: nil, backBy: TimeOfDay(minutes: 240), window: Self.night, at: moment)
        Self.bed(&home, true)
        Self.bed(&home, false)
        home.pass(.hours(hours) - .seconds(1))
        #expect(home.states == [])
        home.pass(.seconds(1))
        #expect(home.states == ["raised"])
    }

    // MARK: - The home

    @Test func `who left the home and is not back is missed, and the return ends it`() {
        var (home, _) = Self.home(within: .hours(3), place: "home")
        home.show("motion", .motion, true)
        Self.use(&home)
        // Ten minutes without a sign inside, and nobody is in.
        home.pass(.minutes(189))
        #expect(home.states == [])
        home.pass(.minutes(1))
        #expect(home.states == ["raised"])
        Self.use(&home)
        #expect(home.states == ["raised"])
        home.show("motion", .motion, false)
        home.show("motion", .motion, true)
        #expect(home.states == ["closed"])
    }

    @Test func `who is back in time is not missed`() {
        var (home, _) = Self.home(within: .hours(3), place: "home")
        Self.use(&home)
        home.pass(.hours(2))
        Self.use(&home)
        home.show("motion", .motion, true)
        home.pass(.hours(12))
        #expect(home.states == [])
    }

    @Test func `back by a time of day, also over a restart`() {
        var (home, plan) = Self.home(within: nil, backBy: TimeOfDay(minutes: 18 * 60), place: "home")
        home.pass(.hours(5))
        Self.use(&home)
        home.pass(.hours(2))
        home.restart(after: .hours(1), with: plan)
        home.pass(.hours(2) - .seconds(1))
        #expect(home.states == [])
        home.pass(.seconds(1))
        #expect(home.states == ["raised"])
    }

    @Test func `while it is not sure enough, nothing is told`() {
        var (home, _) = Self.home(within: .minutes(15), place: "home", confidence: 90)
        Self.use(&home)
        home.pass(.minutes(59))
        #expect(home.states == [])
        home.pass(.minutes(1))
        #expect(home.states == ["raised"])
    }

    @Test func `on holiday nobody is waited for`() {
        var (home, _) = Self.home(within: .hours(3), place: "home")
        home.turn(.mode(.holiday, until: nil, source: "Anna"))
        home.pass(.days(3))
        #expect(home.states == [])
        home.turn(.mode(nil, until: nil, source: "Anna"))
        home.pass(.hours(2))
        #expect(home.states == [])
        home.pass(.hours(1))
        #expect(home.states == ["raised"])
    }
}
