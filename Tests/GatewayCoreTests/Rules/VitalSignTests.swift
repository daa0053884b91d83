internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// A vital sign against the limits set for one person.
@Suite struct VitalSignTests {
    private static func home(
        above: Int64? = 110, below: Int64? = nil, readings: Int? = nil, within: Duration? = nil,
        modifiers: (inout RuleCommon) -> Void = { _ in }
    ) -> (EngineDriver, HomeBuilder) {
        var home = HomeBuilder()
        home.devices.append(HomeBuilder.device("wrist", [.heartRate], resident: "margaret", supervision: .bridge))
        home.devices.append(HomeBuilder.device("finger", [.heartRate], resident: "margaret"))
        var values: [String: RuleValues.Value] = [
            "devices": .devices([DeviceID("wrist"), DeviceID("finger")]), "capability": .capability(.heartRate),
        ]
        if let above { values["above"] = .quantity(Quantity(thousandths: above * 1_000)) }
        if let below { values["below"] = .quantity(Quantity(thousandths: below * 1_000)) }
        if let readings { values["readings"] = .count(readings) }
        if let within { values["within"] = .duration(within) }
        home.addRule("vital_sign", values: values, modifiers: modifiers)
        return (EngineDriver(home), home)
    }

    /// Measures each of these, some time apart.
    private static func beats(
        _ home: inout EngineDriver, _ values: [Int64], every gap: Duration = .minutes(5), device: String = "wrist"
    ) {
        for value in values {
            home.pass(gap)
            home.measure(device, .heartRate, value * 1_000)
        }
    }

    @Test(arguments: [
        // Beyond, and the two sides of the limit itself.
        ([111, 111], ["raised"]), ([110, 110, 110], []), ([110, 111, 110, 111], []),
        ([128, 80, 131], []), ([128, 80, 131, 129], ["raised"]),
        // One out of two is no end, two are.
        ([128, 131, 90], ["raised"]), ([128, 131, 90, 120, 90], ["raised"]), ([128, 131, 90, 90], ["closed"]),
        ([128, 131, 90, 90, 128, 131], ["closed", "raised"]),
    ] as [([Int64], [String])])
    func `it takes readings in a row to begin and to end`(_ values: [Int64], _ states: [String]) {
        var (home, _) = Self.home()
        Self.beats(&home, values)
        #expect(home.states == states)
    }

    @Test func `it says what was measured and which limit that is`() {
        var (home, _) = Self.home()
        Self.beats(&home, [128, 131])
        #expect(home.engine.alerts[0].detail == "Heart rate 128/min and 131/min, above the personal limit of 110/min.")
        #expect(home.engine.alerts[0].kind == .vitalSign)
        #expect(home.engine.alerts[0].priority == .urgent)
        #expect(home.engine.alerts[0].resident == ResidentID("margaret"))
        #expect(home.engine.alerts[0].evidence.count == 2)
    }

    @Test func `a range has two ends, and readings beyond different ends confirm nothing`() {
        var (home, _) = Self.home(above: 110, below: 45)
        Self.beats(&home, [128, 40, 128, 40])
        #expect(home.states == [])
        Self.beats(&home, [39])
        #expect(home.engine.alerts[0].detail == "Heart rate 40/min and 39/min, below the personal limit of 45/min.")
    }

    @Test func `one reading is enough where one is asked for`() {
        var (home, _) = Self.home(readings: 1)
        Self.beats(&home, [128])
        #expect(home.states == ["raised"])
    }

    @Test func `readings that lie too far apart confirm nothing`() {
        var (home, _) = Self.home(within: .minutes(10))
        Self.beats(&home, [128, 131], every: .minutes(11))
        #expect(home.states == [])
        Self.beats(&home, [131], every: .minutes(10))
        #expect(home.states == ["raised"])
    }

    @Test func `each device counts by itself`() {
        var (home, _) = Self.home()
        Self.beats(&home, [128])
        Self.beats(&home, [131], device: "finger")
        #expect(home.states == [])
        Self.beats(&home, [131])
        #expect(home.states == ["raised"])
        // Another instrument that says otherwise does not end it.
        Self.beats(&home, [80, 80, 80], device: "finger")
        #expect(home.states == ["raised"])
    }

    @Test func `a measurement that is sent twice confirms nothing`() {
        var (home, _) = Self.home()
        Self.send(&home, 128, occurred: .minutes(1))
        home.pass(.minutes(2))
        Self.send(&home, 128, occurred: .minutes(4))
        Self.send(&home, 128, isRedelivered: true)
        #expect(home.states == [])
        Self.send(&home, 128)
        #expect(home.states == ["raised"])
    }

    @Test(arguments: [Freshness.retained, .restated])
    func `copies are no measurements`(_ freshness: Freshness) {
        var (home, plan) = Self.home(readings: 1)
        Self.send(&home, 128, freshness: freshness)
        home.restart(after: .hours(1), with: plan)
        Self.send(&home, 131, freshness: freshness)
        #expect(home.states == [])
    }

    @Test func `what arrives a day late tells nothing`() {
        var (home, _) = Self.home(readings: 1)
        Self.send(&home, 128, occurred: .hours(25))
        #expect(home.states == [])
        Self.send(&home, 128, occurred: .hours(23))
        #expect(home.states == ["raised"])
    }

    @Test(arguments: [
        (nil, Duration.minutes(40), ["raised"]), (.count, .minutes(40), ["raised"]), (.count, .minutes(70), []),
        (.pause, .hours(10), ["raised"]), (.restart, .minutes(10), []),
    ] as [(GapHandling?, Duration, [String])])
    func `a restart keeps the first reading, the outage by its rule`(
        _ gap: GapHandling?, _ outage: Duration, _ states: [String]
    ) {
        var (home, plan) = Self.home { $0.gap = gap }
        Self.beats(&home, [128])
        home.restart(after: outage, with: plan)
        Self.beats(&home, [131])
        #expect(home.states == states)
    }

    @Test func `a restart begins nothing anew`() {
        var (home, plan) = Self.home()
        Self.beats(&home, [128, 131])
        home.close(1, by: "anna")
        home.restart(after: .minutes(5), with: plan)
        Self.beats(&home, [128, 131])
        #expect(home.states == ["closed"])
        Self.beats(&home, [80, 80, 131, 131])
        #expect(home.states == ["closed", "raised"])
    }

    @Test func `silence ends nothing and begins nothing`() {
        var (home, _) = Self.home()
        Self.beats(&home, [128, 131])
        home.show("wrist", .available, false)
        home.pass(.days(3))
        home.show("wrist", .available, true)
        #expect(home.state(1) == "raised")
        #expect(home.engine.alerts.filter { $0.kind == .vitalSign }.count == 1)
    }

    @Test func `what a device measured while the clock was not set still counts`() {
        var (home, _) = Self.home()
        home.setClock(WallTime(milliseconds: 0), .unsynchronised)
        Self.beats(&home, [128, 131])
        #expect(home.states == ["raised"])
    }

    @Test func `outside its window it waits, across midnight`() {
        let night = DayWindow(from: TimeOfDay(minutes: 22 * 60), to: TimeOfDay(minutes: 6 * 60))
        var (home, _) = Self.home { $0.window = night }
        Self.beats(&home, [128, 131])
        #expect(home.states == [])
        home.pass(.hours(14))
        #expect(home.states == ["raised"])
    }

    @Test func `an edited rule ends what the old one found`() {
        var (home, _) = Self.home()
        Self.beats(&home, [128, 131])
        let (_, edited) = Self.home(above: 140)
        home.adopt(edited)
        Self.beats(&home, [128, 131])
        #expect(home.states == ["closed"])
    }

    private static func send(
        _ home: inout EngineDriver, _ value: Int64, occurred: Duration? = nil, freshness: Freshness = .live,
        isRedelivered: Bool = false
    ) {
        home.pass(.minutes(1))
        home.turn(
            .readings([
                Reading(
                    device: DeviceID("wrist"), capability: .heartRate,
                    value: .number(Quantity(thousandths: value * 1_000)), moment: home.now,
                    occurred: occurred.map { home.now.wall - $0 }, freshness: freshness,
                    isRedelivered: isRedelivered)
            ]))
    }
}
