internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// BEHAVIOUR 5: rate of change.
@Suite struct RateTests {
    private static func home(
        _ limit: String = "falls_by", by: Int64 = 4, within: Duration = .hours(1)
    ) -> (EngineDriver, HomeBuilder) {
        var home = HomeBuilder()
        home.addRule(
            "rate",
            values: [
                "devices": .devices([DeviceID("thermometer")]), "capability": .capability(.temperature),
                limit: .quantity(Quantity(thousandths: by * 1_000)), "within": .duration(within),
            ])
        return (EngineDriver(home), home)
    }

    private static func measure(_ home: inout EngineDriver, _ thousandths: Int64) {
        home.measure("thermometer", .temperature, thousandths)
    }

    @Test func `a fast fall is told with its size, and ends when it is over`() {
        var (home, _) = Self.home()
        Self.measure(&home, 20_000)
        home.pass(.minutes(30))
        Self.measure(&home, 17_000)
        #expect(home.states == [])
        home.pass(.minutes(20))
        Self.measure(&home, 15_900)
        #expect(home.states == ["raised"])
        #expect(home.engine.alerts[0].kind == .rapidChange)
        #expect(home.engine.alerts[0].detail == "Fell by 4.1 Cel within 50 minutes.")
        home.pass(.minutes(9))
        #expect(home.states == ["raised"])
        home.pass(.minutes(3))
        #expect(home.states == ["closed"])
    }

    @Test func `a slow change is none`() {
        var (home, _) = Self.home()
        for step in 0..<40 {
            Self.measure(&home, 25_000 - Int64(step) * 300)
            home.pass(.minutes(5))
        }
        #expect(home.states == [])
    }

    @Test(arguments: [("rises_by", 14_000), ("falls_by", 26_000)])
    func `the other direction is not meant`(limit: String, value: Int64) {
        var (home, _) = Self.home(limit)
        Self.measure(&home, 20_000)
        home.pass(.minutes(5))
        Self.measure(&home, value)
        #expect(home.states == [])
    }

    @Test func `a rise counts from the lowest in between`() {
        var (home, _) = Self.home("rises_by")
        for value: Int64 in [20_000, 18_000, 19_000, 21_900] {
            Self.measure(&home, value)
            home.pass(.minutes(5))
        }
        #expect(home.states == [])
        Self.measure(&home, 22_000)
        #expect(home.states == ["raised"])
    }

    @Test func `after a gap longer than its time it begins anew`() {
        var (home, _) = Self.home()
        Self.measure(&home, 20_000)
        home.pass(.minutes(62))
        Self.measure(&home, 10_000)
        #expect(home.states == [])
    }

    @Test func `a copy is not compared`() {
        var (home, _) = Self.home()
        Self.measure(&home, 20_000)
        home.pass(.minutes(5))
        let copy = Reading(
            device: DeviceID("thermometer"), capability: .temperature,
            value: .number(Quantity(thousandths: 10_000)), moment: home.now, freshness: .restated)
        home.turn(.readings([copy]))
        #expect(home.states == [])
    }

    @Test func `it is compared over a restart`() {
        var (home, plan) = Self.home()
        Self.measure(&home, 20_000)
        home.pass(.minutes(5))
        Self.measure(&home, 20_000)
        home.restart(after: .minutes(10), with: plan)
        Self.measure(&home, 15_000)
        #expect(home.states == ["raised"])
    }

    @Test func `an outage of unknown length begins it anew`() {
        var (home, _) = Self.home()
        Self.measure(&home, 20_000)
        home.turn(.started(Outage(length: .minutes(1), isKnown: false)))
        Self.measure(&home, 15_000)
        #expect(home.states == [])
    }

    @Test func `silence neither raises nor ends it`() {
        var (home, _) = Self.home()
        Self.measure(&home, 20_000)
        home.pass(.minutes(5))
        Self.measure(&home, 15_000)
        home.turn(.path(.bridge(BridgeID("zigbee")), .down(reason: "gone")))
        home.pass(.hours(3))
        #expect(home.engine.alerts.first { $0.kind == .rapidChange }?.state.name == "raised")
        home.turn(.path(.bridge(BridgeID("zigbee")), .up))
        Self.measure(&home, 15_000)
        #expect(home.engine.alerts.first { $0.kind == .rapidChange }?.state.name == "closed")
    }

    @Test func `memory is bounded, and every rise within the time is found`() throws {
        var random = SystemRandomNumberGenerator()
        let seed = random.next()
        var state = seed
        func next(_ bound: UInt64) -> Int64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int64(state >> 33) % Int64(bound)
        }
        let within = Duration.minutes(64)
        var samples = TurningSamples()
        var history: [(time: BootTime, value: Int64)] = []
        var now = BootTime.zero
        var value: Int64 = 0
        for _ in 0..<3_000 {
            now = now + .seconds(next(120))
            value += next(41) - 19
            samples.take(Quantity(thousandths: value), at: now, within: within)
            history.append((now, value))
            func rise(_ span: Duration) -> Int64 {
                let lowest = history.reversed().prefix { $0.time >= now - span }.map(\.value).min() ?? value
                return value - lowest
            }
            let found = samples.rise.thousandths
            #expect(found >= rise(within), "seed \(seed)")
            #expect(found <= rise(within + .minutes(1)), "seed \(seed)")
            #expect(samples.count <= Int(TurningSamples.parts) + 2)
        }
    }
}
