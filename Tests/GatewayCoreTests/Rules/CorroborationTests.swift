internal import GatewayCore
internal import GatewayTesting
internal import Testing

@Suite struct CorroborationTests {
    private static func home(_ change: (inout HomeBuilder) -> Void = { _ in }) -> (EngineDriver, HomeBuilder) {
        var home = HomeBuilder()
        home.devices.append(HomeBuilder.device("window", [.vibration, .glassBreak], supervision: .bridge))
        home.devices.append(HomeBuilder.device("bell", [.buttonPress], supervision: .bridge))
        home.addRule(
            "corroboration",
            values: [
                "signals": .signals([
                    Signal(DeviceID("window"), .vibration), Signal(DeviceID("door"), .open),
                    Signal(DeviceID("bell"), .buttonPress),
                ]),
                "at_least": .count(2), "within": .duration(.minutes(2)),
            ])
        change(&home)
        return (EngineDriver(home), home)
    }

    @Test func `two of three signs together are told by name`() {
        var (home, _) = Self.home()
        home.show("window", .vibration, true)
        home.show("window", .vibration, false)
        #expect(home.states == [])
        home.pass(.minutes(1))
        home.show("door", .open, true)
        #expect(home.states == ["raised"])
        #expect(home.engine.alerts.first?.kind == .corroborated)
        #expect(home.engine.alerts.first?.detail == "the window: vibration; the door: open.")
    }

    @Test func `signs too far apart are nothing`() {
        var (home, _) = Self.home()
        home.press("bell", .buttonPress)
        home.pass(.minutes(2))
        home.show("door", .open, true)
        #expect(home.states == [])
        home.pass(.hours(1))
        home.press("bell", .buttonPress)
        #expect(home.states == ["raised"])
    }

    @Test func `it ends when too few of the signs are left`() {
        var (home, _) = Self.home()
        home.show("window", .vibration, false)
        home.show("door", .open, true)
        home.press("bell", .buttonPress)
        #expect(home.states == ["raised"])
        home.pass(.seconds(119))
        #expect(home.states == ["raised"])
        home.pass(.seconds(1))
        #expect(home.states == ["closed"])
    }

    @Test func `after it was closed while unknown, what happens anew is told anew`() {
        var (home, _) = Self.home()
        home.show("door", .open, true)
        home.press("bell", .buttonPress)
        home.close(1, by: "anna")
        // The window has never said anything.
        home.pass(.minutes(5))
        home.press("bell", .buttonPress)
        #expect(home.states == ["closed", "raised"])
    }

    @Test func `one sign twice is one sign`() {
        var (home, _) = Self.home()
        home.press("bell", .buttonPress)
        home.pass(.seconds(30))
        home.press("bell", .buttonPress)
        #expect(home.states == [])
    }

    @Test func `a sign that is not seen is unknown: it neither begins nor ends it`() {
        var (home, _) = Self.home()
        home.show("window", .available, false)
        home.show("door", .open, true)
        #expect(!home.engine.alerts.contains { $0.kind == .corroborated })
        home.show("window", .available, true)
        home.show("window", .vibration, true)
        #expect(home.engine.alerts.contains { $0.kind == .corroborated && $0.isOpen })
        home.show("window", .available, false)
        home.pass(.hours(1))
        #expect(home.engine.alerts.contains { $0.kind == .corroborated && $0.isOpen })
        home.show("window", .available, true)
        home.show("window", .vibration, false)
        home.pass(.minutes(2))
        #expect(!home.engine.alerts.contains { $0.kind == .corroborated && $0.isOpen })
    }

    @Test func `what was found is not found again after a restart`() {
        var (home, plan) = Self.home()
        home.show("door", .open, true)
        home.show("window", .vibration, true)
        home.close(1, by: "anna")
        home.restart(after: .minutes(1), with: plan)
        home.show("door", .open, true, freshness: .retained)
        home.show("window", .vibration, true, freshness: .retained)
        #expect(home.states == ["closed"])
    }

    @Test func `an old event that arrives late is no sign of now`() {
        var (home, _) = Self.home()
        home.show("door", .open, true)
        home.press("bell", .buttonPress, age: .minutes(10))
        #expect(home.states == [])
    }
}
