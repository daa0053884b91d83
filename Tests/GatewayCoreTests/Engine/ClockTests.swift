internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// The wall clock may jump; the boot-time line does not.
@Suite struct ClockTests {
    private static func home(window: DayWindow?) -> (EngineDriver, HomeBuilder) {
        var home = HomeBuilder()
        home.addRule(
            "left_open", values: ["devices": .devices([DeviceID("door")]), "hold": .duration(.minutes(5))]
        ) { $0.window = window }
        return (EngineDriver(home), home)
    }

    private static let evening = DayWindow(from: TimeOfDay(minutes: 22 * 60), to: TimeOfDay(minutes: 6 * 60))

    @Test(arguments: [-365 * 3, -1, 1, 365 * 3])
    func `a hold neither fires nor starves at a clock step`(_ days: Int64) {
        var (home, _) = Self.home(window: nil)
        home.show("door", .open, true)
        home.pass(.minutes(2))
        home.setClock(home.now.wall + .days(days))
        home.turn(.tick)
        #expect(home.states == [])
        home.pass(.minutes(3))
        #expect(home.states == ["raised"])
    }

    @Test func `a clock that is set into a window opens it at once`() {
        var (home, _) = Self.home(window: Self.evening)
        home.show("door", .open, true)
        home.pass(.minutes(10))
        #expect(home.states == [])
        home.setClock(home.now.wall + .hours(15))
        home.turn(.tick)
        #expect(home.states == ["raised"])
    }

    @Test func `a rule by time of day waits for a clock that is set`() {
        var (home, _) = Self.home(window: Self.evening)
        home.setClock(home.now.wall + .hours(15), .unsynchronised)
        home.show("door", .open, true)
        home.pass(.hours(2))
        #expect(home.states == [])
        home.setClock(home.now.wall, .synchronised)
        home.turn(.tick)
        #expect(home.states == ["raised"])
    }

    @Test(arguments: [-365 * 3, 365 * 3])
    func `a clock step climbs no rung, and the next rung comes in its time`(_ days: Int64) {
        var home = HomeBuilder()
        home.addHelpCall(preAlert: .zero)
        var driver = EngineDriver(home)
        driver.press("cord")
        driver.answer(.accepted)
        driver.pass(.minutes(1))
        driver.setClock(driver.now.wall + .days(days))
        #expect(driver.turn(.tick) == [])
        #expect(driver.pass(.seconds(59)) == [])
        #expect(driver.pass(.seconds(1)).contains { $0.hasPrefix("tell bert raised") })
    }
}
