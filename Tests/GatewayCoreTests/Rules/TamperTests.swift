internal import GatewayCore
internal import GatewayTesting
internal import Testing

@Suite struct TamperTests {
    private static func home(_ change: (inout HomeBuilder) -> Void = { _ in }) -> (EngineDriver, HomeBuilder) {
        var home = HomeBuilder()
        home.devices.append(HomeBuilder.device("lock", [.open, .tamper], supervision: .bridge))
        change(&home)
        return (EngineDriver(home), home)
    }

    @Test func `an opened case is a fault without anybody asking`() {
        var (home, _) = Self.home()
        home.show("lock", .tamper, false)
        #expect(home.show("lock", .tamper, true).contains { $0.hasPrefix("tell bert raised") })
        #expect(home.engine.alerts.map(\.kind) == [.tamper])
        #expect(home.engine.alerts.map(\.priority) == [.fault])
        home.show("lock", .tamper, false)
        #expect(home.states == ["closed"])
    }

    @Test func `a rule of the settings takes the place of the implied one`() {
        var (home, _) = Self.home {
            $0.addRule(
                "tamper", priority: .urgent,
                values: ["devices": .devices([DeviceID("lock")]), "hold": .duration(.minutes(1))])
        }
        home.show("lock", .tamper, true)
        #expect(home.states == [])
        home.pass(.minutes(1))
        #expect(home.engine.alerts.map(\.priority) == [.urgent])
    }

    @Test func `a rule on trial does not take the place of the implied one`() {
        var (home, _) = Self.home {
            $0.addRule("tamper", values: ["devices": .devices([DeviceID("lock")])]) { $0.isShadow = true }
        }
        #expect(home.show("lock", .tamper, true).contains { $0.hasPrefix("tell bert raised") })
    }

    @Test func `a reported case is no news after a restart or after silence`() {
        var (home, plan) = Self.home()
        home.show("lock", .tamper, true)
        home.close(1, by: "bert")
        home.restart(after: .minutes(5), with: plan)
        home.show("lock", .tamper, true, freshness: .retained)
        #expect(home.states == ["closed"])
        home.show("lock", .available, false)
        home.show("lock", .available, true)
        home.show("lock", .tamper, true)
        #expect(home.engine.alerts.filter { $0.kind == .tamper }.count == 1)
    }

    @Test func `only what somebody asked for is named as blind`() {
        var (implied, _) = Self.home()
        implied.show("lock", .available, false)
        #expect(implied.engine.blindness.flatMap(\.rules).isEmpty)
        var (asked, _) = Self.home {
            $0.addRule("tamper", values: ["devices": .devices([DeviceID("lock")])])
        }
        asked.show("lock", .available, false)
        #expect(asked.engine.blindness.flatMap(\.rules).map(\.rule) == [RuleID("tamper")])
    }
}
