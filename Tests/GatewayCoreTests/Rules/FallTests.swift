internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// BEHAVIOUR 5: falls.
@Suite struct FallTests {
    private static func home() -> (EngineDriver, HomeBuilder) {
        var home = HomeBuilder()
        home.devices.append(HomeBuilder.device("clip", [.fall, .cancel, .testPress], resident: "margaret"))
        home.devices.append(HomeBuilder.device("locket", [.fall, .helpCall, .cancel, .testPress]))
        home.addRule("fall", values: ["devices": .devices([DeviceID("clip"), DeviceID("locket")])])
        return (EngineDriver(home), home)
    }

    @Test func `a fall calls people when the wearer does not cancel it`() {
        var (home, _) = Self.home()
        home.press("clip", .fall)
        #expect(home.states == ["pending"])
        home.pass(.seconds(29))
        #expect(home.states == ["pending"])
        home.pass(.seconds(1))
        #expect(home.states == ["raised"])
        #expect(home.engine.alerts[0].kind == .fall)
        #expect(home.engine.alerts[0].priority == .emergency)
    }

    @Test func `its cancel button withdraws it in time`() {
        var (home, _) = Self.home()
        home.press("clip", .fall)
        home.pass(.seconds(20))
        home.press("clip", .cancel)
        home.pass(.minutes(5))
        #expect(home.states == ["cancelled"])
    }

    @Test func `a retained copy is no fall`() {
        var (home, _) = Self.home()
        home.press("clip", .fall, freshness: .retained)
        home.press("clip", .fall, freshness: .restated)
        #expect(home.states == [])
    }

    @Test func `a fall while nobody was connected is raised at once when it comes in late`() {
        var (home, _) = Self.home()
        home.press("clip", .fall, age: .minutes(10))
        #expect(home.states == ["raised"])
    }

    @Test func `a restart does not repeat it`() {
        var (home, plan) = Self.home()
        home.press("clip", .fall)
        home.restart(after: .seconds(10), with: plan)
        home.pass(.seconds(20))
        #expect(home.states == ["raised"])
        #expect(home.engine.alerts[0].occurrences == 1)
    }

    @Test func `the test of a clip is a test, and that of a pendant belongs to its button`() {
        var (home, _) = Self.home()
        home.press("locket", .testPress)
        #expect(home.states == [])
        home.press("clip", .testPress)
        #expect(home.engine.alerts.map(\.isTest) == [true])
    }
}
