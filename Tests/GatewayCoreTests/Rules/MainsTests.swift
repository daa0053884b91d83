internal import GatewayCore
internal import GatewayTesting
internal import Testing

@Suite struct MainsTests {
    private static func home(
        gap: GapHandling? = nil, _ values: [String: RuleValues.Value] = [:]
    ) -> (EngineDriver, HomeBuilder) {
        var home = HomeBuilder()
        home.devices.append(HomeBuilder.device("ups", [.mainsLost], supervision: .bridge))
        home.addRule("mains", values: values.merging(["devices": .devices([DeviceID("ups")])]) { $1 }) { $0.gap = gap }
        return (EngineDriver(home), home)
    }

    @Test func `a cut counts after five minutes and ends with its return`() {
        var (home, _) = Self.home()
        home.show("ups", .mainsLost, true)
        home.pass(.seconds(299))
        #expect(home.states == [])
        home.pass(.seconds(1))
        #expect(home.engine.alerts.map(\.kind) == [.mainsLost])
        #expect(home.states == ["raised"])
        home.show("ups", .mainsLost, false)
        #expect(home.states == ["closed"])
    }

    @Test func `a short cut is nothing`() {
        var (home, _) = Self.home()
        home.show("ups", .mainsLost, true)
        home.pass(.minutes(4))
        home.show("ups", .mainsLost, false)
        home.pass(.hours(1))
        #expect(home.states == [])
    }

    private static let gaps: [(GapHandling?, Int64)] = [(nil, 0), (.count, 0), (.pause, 120), (.restart, 300)]

    @Test(arguments: gaps)
    func `an outage of the gateway counts as the rule says`(gap: GapHandling?, seconds: Int64) {
        var (home, plan) = Self.home(gap: gap)
        home.show("ups", .mainsLost, true)
        home.pass(.minutes(3))
        home.restart(after: .minutes(10), with: plan)
        guard seconds > 0 else {
            #expect(home.states == ["raised"])
            return
        }
        home.pass(.seconds(seconds - 1))
        #expect(home.states == [])
        home.pass(.seconds(1))
        #expect(home.states == ["raised"])
    }

    @Test func `what is not heard is not known to be without mains`() {
        var (home, _) = Self.home()
        home.show("ups", .mainsLost, true)
        home.pass(.minutes(3))
        home.show("ups", .available, false)
        home.pass(.hours(1))
        #expect(!home.engine.alerts.contains { $0.kind == .mainsLost })
        home.show("ups", .available, true)
        home.show("ups", .mainsLost, true)
        #expect(home.engine.alerts.contains { $0.kind == .mainsLost })
    }

    @Test func `a cut that is known at the start counts from its age`() {
        var (home, _) = Self.home()
        home.show("ups", .mainsLost, true, freshness: .retained, age: .minutes(4))
        home.pass(.seconds(59))
        #expect(home.states == [])
        home.pass(.seconds(1))
        #expect(home.states == ["raised"])
    }
}
