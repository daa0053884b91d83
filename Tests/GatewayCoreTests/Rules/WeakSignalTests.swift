internal import GatewayCore
internal import GatewayTesting
internal import Testing

@Suite struct WeakSignalTests {
    private static func home(_ values: [String: RuleValues.Value] = [:]) -> (EngineDriver, HomeBuilder) {
        var home = HomeBuilder()
        home.devices.append(HomeBuilder.device("bed", [.bedOccupied, .linkQuality], supervision: .bridge))
        let all: [String: RuleValues.Value] = [
            "devices": .devices([DeviceID("bed")]), "capability": .capability(.linkQuality),
            "below": .quantity(Quantity(thousandths: 40_000)), "clears_at": .quantity(Quantity(thousandths: 60_000)),
            "hold": .duration(.hours(2)),
        ]
        home.addRule("weak_signal", values: all.merging(values) { $1 })
        return (EngineDriver(home), home)
    }

    private static func say(_ home: inout EngineDriver, _ values: [Int64]) {
        for value in values {
            home.measure("bed", .linkQuality, value * 1_000)
            home.pass(.minutes(10))
        }
    }

    @Test func `a link that stays weak is told with its usual strength`() {
        var (home, _) = Self.home()
        Self.say(&home, Array(repeating: 30, count: 16))
        #expect(home.engine.alerts.map(\.kind) == [.weakSignal])
        #expect(home.engine.alerts.first?.detail == "Mostly at 30 lately.")
    }

    @Test func `single dips and single good readings mean nothing`() {
        var (home, _) = Self.home()
        for _ in 0..<20 { Self.say(&home, [90, 10, 90]) }
        #expect(home.states == [])
        for _ in 0..<8 { Self.say(&home, [10, 90, 10]) }
        #expect(home.states == ["raised"])
    }

    @Test func `many readings at once are one`() {
        var (home, _) = Self.home()
        for _ in 0..<50 { home.measure("bed", .linkQuality, 5_000) }
        home.pass(.days(1))
        #expect(home.states == [])
    }

    @Test func `it is well again at the clearing value, not at the limit`() {
        var (home, _) = Self.home()
        Self.say(&home, Array(repeating: 30, count: 16))
        Self.say(&home, Array(repeating: 50, count: 12))
        #expect(home.states == ["raised"])
        Self.say(&home, Array(repeating: 70, count: 5))
        #expect(home.states == ["closed"])
    }

    @Test func `two readings say nothing about a link`() {
        var (home, _) = Self.home()
        Self.say(&home, [5, 5])
        home.pass(.days(1))
        #expect(home.states == [])
    }

    @Test func `a hold goes on over a restart, and silence makes it unknown`() {
        var (home, plan) = Self.home()
        Self.say(&home, Array(repeating: 30, count: 6))
        home.restart(after: .minutes(5), with: plan)
        home.show("bed", .available, false)
        home.pass(.hours(12))
        #expect(!home.engine.alerts.contains { $0.kind == .weakSignal })
        home.show("bed", .available, true)
        Self.say(&home, [30, 30, 30])
        #expect(home.engine.alerts.contains { $0.kind == .weakSignal })
    }
}
