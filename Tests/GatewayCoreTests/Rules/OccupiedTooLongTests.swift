internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// BEHAVIOUR 5: a bed, a chair or a room is occupied too long.
@Suite struct OccupiedTooLongTests {
    private static func home(
        hold: Duration = .minutes(45), room: Bool = false, gap: GapHandling? = nil, window: DayWindow? = nil
    ) -> (EngineDriver, HomeBuilder) {
        var home = HomeBuilder()
        home.devices.append(HomeBuilder.device("bed", [.bedOccupied], resident: "margaret"))
        var values: [String: RuleValues.Value] = [
            "devices": .devices([DeviceID(room ? "motion" : "bed")]), "hold": .duration(hold),
        ]
        if room { values["door"] = .devices([DeviceID("door")]) }
        home.addRule("occupied_too_long", preAlert: .zero, values: values) {
            $0.gap = gap
            $0.window = window
        }
        return (EngineDriver(home), home)
    }

    private static func bed(_ home: inout EngineDriver, _ isOccupied: Bool, freshness: Freshness = .live) {
        home.show("bed", .bedOccupied, isOccupied, freshness: freshness)
    }

    private static func shutIn(_ home: inout EngineDriver) {
        home.show("door", .open, true)
        home.show("motion", .motion, true)
        home.pass(.seconds(5))
        home.show("door", .open, false)
    }

    private static func move(_ home: inout EngineDriver) {
        home.show("motion", .motion, false)
        home.show("motion", .motion, true)
    }

    // MARK: - Sensors that say it themselves

    @Test func `a bed counts after its hold and ends when she is up`() {
        var (home, _) = Self.home()
        Self.bed(&home, true)
        home.pass(.minutes(44))
        #expect(home.states == [])
        home.pass(.minutes(1))
        #expect(home.states == ["raised"])
        #expect(home.engine.alerts[0].kind == .occupiedTooLong)
        #expect(home.engine.alerts[0].detail == "Occupied for 45 minutes.")
        Self.bed(&home, false)
        #expect(home.states == ["closed"])
    }

    @Test func `a bed occupied at the start counts from when that is known`() {
        var (home, _) = Self.home()
        home.show("bed", .bedOccupied, true, freshness: .retained, age: .minutes(40))
        home.pass(.minutes(5))
        #expect(home.states == ["raised"])
    }

    @Test(arguments: [(GapHandling.count, Int64(5)), (.pause, Int64(35)), (.restart, Int64(45))])
    func `an outage is handled as asked`(gap: GapHandling, minutes: Int64) {
        var (home, plan) = Self.home(gap: gap)
        Self.bed(&home, true)
        home.pass(.minutes(10))
        home.restart(after: .minutes(30), with: plan)
        home.pass(.minutes(minutes) - .seconds(1))
        #expect(home.states == [])
        home.pass(.seconds(1))
        #expect(home.states == ["raised"])
    }

    @Test func `a bed that cannot be seen raises nothing`() {
        var (home, _) = Self.home()
        Self.bed(&home, true)
        home.turn(.path(.bridge(BridgeID("zigbee")), .down(reason: "gone")))
        home.pass(.hours(3))
        #expect(!home.engine.alerts.contains { $0.kind == .occupiedTooLong })
    }

    @Test func `before its window it waits, and is told when that begins`() {
        let morning = DayWindow(from: TimeOfDay(minutes: 600), to: TimeOfDay(minutes: 1_200))
        var (home, _) = Self.home(window: morning)
        Self.bed(&home, true)
        home.pass(.minutes(119))
        #expect(home.states == [])
        home.pass(.minutes(1))
        #expect(home.states == ["raised"])
    }

    // MARK: - A room with a door

    @Test func `movement behind the shut door counts from its shutting until it opens`() {
        var (home, _) = Self.home(room: true)
        Self.shutIn(&home)
        home.pass(.minutes(4))
        Self.move(&home)
        home.pass(.minutes(41) - .seconds(1))
        #expect(home.states == [])
        home.pass(.seconds(1))
        #expect(home.states == ["raised"])
        home.show("door", .open, true)
        #expect(home.states == ["closed"])
    }

    @Test func `who leaves and shuts the door leaves an empty room`() {
        var (home, _) = Self.home(room: true)
        Self.shutIn(&home)
        // The sensor saw her go, and says so late.
        home.pass(.seconds(3))
        Self.move(&home)
        home.pass(.hours(5))
        #expect(home.states == [])
    }

    @Test func `a sensor that never says that movement is over is heard again behind the door`() {
        var (home, _) = Self.home(room: true)
        Self.shutIn(&home)
        home.pass(.minutes(2))
        home.show("motion", .motion, true)
        home.pass(.hours(2))
        #expect(home.states == [])
        home.show("motion", .motion, true)
        #expect(home.states == ["raised"])
    }

    @Test func `an open door is no shut room`() {
        var (home, _) = Self.home(room: true)
        home.show("door", .open, true)
        home.pass(.minutes(1))
        Self.move(&home)
        home.pass(.hours(2))
        #expect(home.states == [])
    }

    @Test func `a copy of a movement is none`() {
        var (home, plan) = Self.home(room: true)
        Self.shutIn(&home)
        home.restart(after: .minutes(5), with: plan)
        home.show("motion", .motion, true, freshness: .retained)
        home.pass(.hours(2))
        #expect(home.states == [])
    }

    @Test func `who is inside still is after the bridge was down`() {
        var (home, _) = Self.home(room: true)
        Self.shutIn(&home)
        home.pass(.minutes(1))
        Self.move(&home)
        home.turn(.path(.bridge(BridgeID("zigbee")), .down(reason: "gone")))
        home.pass(.minutes(20))
        home.turn(.path(.bridge(BridgeID("zigbee")), .up))
        home.show("door", .open, false, freshness: .restated)
        home.pass(.minutes(25))
        #expect(home.engine.alerts.contains { $0.kind == .occupiedTooLong && $0.isOpen })
    }

    @Test func `who came out while the bridge was down is not inside`() {
        var (home, _) = Self.home(room: true)
        Self.shutIn(&home)
        home.pass(.minutes(1))
        Self.move(&home)
        home.turn(.path(.bridge(BridgeID("zigbee")), .down(reason: "gone")))
        home.pass(.minutes(20))
        home.turn(.path(.bridge(BridgeID("zigbee")), .up))
        home.show("door", .open, true, freshness: .restated)
        home.pass(.hours(2))
        #expect(!home.engine.alerts.contains { $0.kind == .occupiedTooLong })
    }

    @Test func `who is inside still is after a restart`() {
        var (home, plan) = Self.home(room: true)
        Self.shutIn(&home)
        home.pass(.minutes(1))
        Self.move(&home)
        home.restart(after: .minutes(40), with: plan)
        home.pass(.minutes(4))
        #expect(home.states == ["raised"])
    }
}
