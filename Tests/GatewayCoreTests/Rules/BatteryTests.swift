internal import GatewayCore
internal import GatewayTesting
internal import Testing

@Suite struct BatteryTests {
    private static func home(_ change: (inout HomeBuilder) -> Void = { _ in }) -> (EngineDriver, HomeBuilder) {
        var home = HomeBuilder()
        home.devices.append(HomeBuilder.device("bell", [.buttonPress, .battery, .batteryLow], supervision: .bridge))
        change(&home)
        return (EngineDriver(home), home)
    }

    private static func addRule(_ home: inout HomeBuilder, _ values: [String: RuleValues.Value]) {
        home.addRule("battery", values: values.merging(["devices": .devices([DeviceID("bell")])]) { $1 })
    }

    /// One reading a day.
    private static func days(_ home: inout EngineDriver, _ charges: [Int64]) {
        for charge in charges {
            home.measure("bell", .battery, charge * 1_000)
            home.pass(.days(1))
        }
    }

    @Test func `a battery that stays low is a fault without anybody asking`() {
        var (home, _) = Self.home()
        home.measure("bell", .battery, 14_000)
        home.pass(.minutes(59))
        #expect(home.states == [])
        #expect(home.pass(.minutes(1)).contains { $0.hasPrefix("tell bert raised") })
        #expect(home.engine.alerts.map(\.kind) == [.batteryLow])
        #expect(home.engine.alerts.first?.detail == "At 14 %.")
    }

    @Test func `a charge that swings about the limit is one alert`() {
        var (home, _) = Self.home { Self.addRule(&$0, ["below": .count(20)]) }
        for charge: Int64 in [20, 19, 20, 19, 21, 18] {
            home.measure("bell", .battery, charge * 1_000)
            home.pass(.hours(6))
        }
        #expect(home.engine.alerts.count == 1)
        #expect(home.states != ["closed"])
        home.measure("bell", .battery, 30_000)
        #expect(home.states == ["closed"])
    }

    @Test func `one cold hour is not an empty battery`() {
        var (home, _) = Self.home()
        home.measure("bell", .battery, 60_000)
        home.measure("bell", .battery, 10_000)
        home.pass(.minutes(50))
        home.measure("bell", .battery, 40_000)
        home.pass(.days(2))
        #expect(home.states == [])
    }

    @Test func `the device's own word counts, whatever charge it tells`() {
        var (home, _) = Self.home()
        home.measure("bell", .battery, 80_000)
        home.show("bell", .batteryLow, true)
        home.pass(.hours(1))
        #expect(home.engine.alerts.first?.detail == "At 80 %, low by its own word.")
        home.show("bell", .batteryLow, false)
        #expect(home.states == ["closed"])
    }

    @Test func `what falls steadily is told before it is low`() {
        var (home, _) = Self.home()
        Self.days(&home, (0...8).map { 60 - $0 * 2 })
        #expect(home.states == [])
        Self.days(&home, (9...16).map { 60 - $0 * 2 })
        #expect(home.engine.alerts.count == 1)
        #expect(home.engine.alerts.first?.detail == "At 28 %, empty in about two weeks.")
    }

    @Test func `low after foretold is the same alert`() {
        var (home, _) = Self.home()
        Self.days(&home, (0...28).map { 60 - $0 * 2 })
        #expect(home.engine.alerts.count == 1)
        Self.days(&home, [100, 100])
        #expect(home.states == ["closed"])
    }

    @Test func `an even charge and one that rises foretell nothing`() {
        var (home, _) = Self.home()
        Self.days(&home, Array(repeating: 30, count: 30))
        Self.days(&home, (0...20).map { 30 + $0 })
        #expect(home.states == [])
    }

    @Test func `a first step down of a coarse scale foretells nothing`() {
        var (home, _) = Self.home()
        Self.days(&home, [100, 100, 100, 100, 100, 100, 67, 67, 67, 67, 67])
        #expect(home.states == [])
    }

    @Test func `nothing is foretold when it is not asked for`() {
        var (home, _) = Self.home { Self.addRule(&$0, ["warn_days": .count(0)]) }
        Self.days(&home, (0...20).map { 60 - $0 * 2 })
        #expect(home.states == [])
    }

    @Test func `its memory goes on over a restart and stays small`() {
        var (home, plan) = Self.home()
        Self.days(&home, (0...15).map { 60 - $0 * 2 })
        home.restart(after: .hours(3), with: plan)
        Self.days(&home, [28])
        #expect(home.engine.alerts.count == 1)
        var trend = BatteryTrend()
        for hour: Int64 in 0..<(24 * 400) { trend.take(40_000, at: .zero + .hours(hour)) }
        #expect(trend.samples.count == 32)
    }

    @Test func `a silent device's battery is not known to stay low`() {
        var (home, _) = Self.home()
        home.measure("bell", .battery, 14_000)
        home.pass(.minutes(30))
        home.show("bell", .available, false)
        home.pass(.days(1))
        #expect(!home.engine.alerts.contains { $0.kind == .batteryLow })
    }

    @Test func `the line through the daily minima is exact`() {
        var trend = BatteryTrend()
        for day: Int64 in 0..<10 { trend.take(40_000 - day * 1_000, at: .zero + .days(day)) }
        #expect(trend.daysLeft == 31)
    }
}
