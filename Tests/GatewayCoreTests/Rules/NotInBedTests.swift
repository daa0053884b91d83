internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// BEHAVIOUR 5: not in bed by.
@Suite struct NotInBedTests {
    private static func home(
        preAlert: Duration = .zero, until: TimeOfDay? = nil, at moment: Moment = EngineDriver.morning
    ) -> (EngineDriver, HomeBuilder) {
        var home = HomeBuilder()
        home.devices.append(HomeBuilder.device("bed", [.bedOccupied], resident: "margaret"))
        var values: [String: RuleValues.Value] = [
            "devices": .devices([DeviceID("bed")]), "by": .time(TimeOfDay(minutes: 1_410)),
        ]
        if let until { values["until"] = .time(until) }
        home.addRule("not_in_bed_by", preAlert: preAlert, values: values)
        return (EngineDriver(home, at: moment), home)
    }

    private static func bed(_ home: inout EngineDriver, _ isOccupied: Bool, freshness: Freshness = .live) {
        home.show("bed", .bedOccupied, isOccupied, freshness: freshness)
    }

    private static let toHalfPastEleven = Duration.hours(15) + .minutes(30)

    @Test func `an empty bed is told at its time, and is over when she lies down`() {
        var (home, _) = Self.home()
        Self.bed(&home, false)
        home.pass(Self.toHalfPastEleven - .seconds(1))
        #expect(home.states == [])
        home.pass(.seconds(1))
        #expect(home.states == ["raised"])
        #expect(home.engine.alerts[0].kind == .notInBed)
        #expect(home.engine.alerts[0].detail == "Not in bed at 23:30.")
        Self.bed(&home, true)
        #expect(home.states == ["closed"])
    }

    @Test func `lying down ends it also while the clock is not set`() {
        var (home, plan) = Self.home()
        Self.bed(&home, false)
        home.pass(Self.toHalfPastEleven)
        #expect(home.states == ["raised"])
        home.restart(after: .minutes(10), with: plan)
        home.setClock(WallTime(milliseconds: 0), .unsynchronised)
        home.turn(.tick)
        #expect(home.states == ["raised"])
        Self.bed(&home, true)
        #expect(home.states == ["closed"])
    }

    @Test func `once a night, and again the next`() {
        var (home, _) = Self.home()
        Self.bed(&home, false)
        home.pass(Self.toHalfPastEleven)
        Self.bed(&home, true)
        home.pass(.hours(1))
        Self.bed(&home, false)
        home.pass(.hours(22))
        #expect(home.states == ["closed"])
        home.pass(.hours(1))
        #expect(home.states == ["closed", "raised"])
    }

    @Test func `who was in bed and gets up again is not told`() {
        var (home, _) = Self.home()
        Self.bed(&home, true)
        home.pass(.hours(16))
        Self.bed(&home, false)
        home.pass(.hours(5))
        #expect(home.states == [])
    }

    @Test func `it gives up in the morning`() {
        var (home, _) = Self.home()
        Self.bed(&home, false)
        home.pass(.hours(22) - .seconds(1))
        #expect(home.states == ["raised"])
        home.pass(.seconds(1))
        #expect(home.states == ["closed"])
    }

    @Test func `the person is reminded before anybody is told`() {
        var (home, _) = Self.home(preAlert: .minutes(15))
        Self.bed(&home, false)
        let lines = home.pass(Self.toHalfPastEleven + .minutes(12))
        #expect(home.states == ["pending"])
        #expect(lines.contains("say reminder"))
        Self.bed(&home, true)
        #expect(home.states == ["closed"])
        #expect(home.orders.isEmpty)
    }

    @Test func `a bed of which nothing is known is not empty`() {
        var (home, _) = Self.home()
        home.pass(.hours(18))
        #expect(home.states == [])
        Self.bed(&home, false)
        #expect(home.states == ["raised"])
    }

    @Test func `a bed that cannot be seen is not empty`() {
        var (home, _) = Self.home()
        Self.bed(&home, false)
        home.turn(.path(.bridge(BridgeID("zigbee")), .down(reason: "gone")))
        home.pass(.hours(24))
        #expect(!home.engine.alerts.contains { $0.kind == .notInBed })
    }

    @Test func `a restart does not tell it twice, and does not forget it`() {
        var (home, plan) = Self.home()
        Self.bed(&home, false)
        home.pass(.hours(15))
        home.restart(after: .hours(2), with: plan)
        #expect(home.states == ["raised"])
        home.restart(after: .minutes(10), with: plan)
        home.pass(.hours(1))
        #expect(home.states == ["raised"])
        #expect(home.engine.alerts[0].occurrences == 1)
    }

    @Test func `who is away is not in bed`() {
        var (home, _) = Self.home()
        Self.bed(&home, false)
        home.turn(.mode(.holiday, until: nil, source: "Anna"))
        home.pass(.days(2))
        #expect(home.states == [])
    }

    @Test func `it waits for the clock`() {
        let noClock = Moment(boot: EngineDriver.morning.boot, wall: WallTime(milliseconds: 0), quality: .unsynchronised)
        var (home, _) = Self.home(at: noClock)
        Self.bed(&home, false)
        home.pass(.hours(30))
        #expect(home.states == [])
        home.setClock(WallTime(milliseconds: 1_795_386_600_000))
        home.pass(.minutes(2))
        #expect(home.states == ["raised"])
    }

    @Test(arguments: [(1_774_735_200_000, 6), (1_792_875_600_000, 8)])
    func `its night ends by the clock when the clocks change`(wall: Int64, hours: Int64) {
        // From eleven to six.
        let moment = Moment(
            boot: EngineDriver.morning.boot, wall: WallTime(milliseconds: wall), quality: .synchronised)
        var (home, _) = Self.home(at: moment)
        Self.bed(&home, false)
        home.pass(.hours(1))
        #expect(home.states == ["raised"])
        home.pass(.hours(hours - 1) - .seconds(1))
        #expect(home.states == ["raised"])
        home.pass(.seconds(1))
        #expect(home.states == ["closed"])
    }
}
