internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// BEHAVIOUR 3: quiet hours hold back messages for faults and notices, never for anything above.
@Suite struct QuietHoursTests {
    private static let quiet = DayWindow(from: TimeOfDay(minutes: 22 * 60), to: TimeOfDay(minutes: 7 * 60))

    /// Half past ten in the evening.
    private static func evening(_ change: (inout HomeBuilder) -> Void = { _ in }) -> (EngineDriver, HomeBuilder) {
        var home = HomeBuilder()
        home.quietHours = Self.quiet
        home.addHelpCall(preAlert: .zero)
        change(&home)
        let morning = EngineDriver.morning
        let wait = Duration.hours(14) + .minutes(30)
        let moment = Moment(boot: morning.boot + wait, wall: morning.wall + wait, quality: .synchronised)
        return (EngineDriver(home, at: moment), home)
    }

    private static let gone = Event.path(.storage, .down(reason: "full"))

    @Test func `a fault of the night is told in the morning`() {
        var (driver, _) = Self.evening()
        driver.turn(Self.gone)
        #expect(driver.pass(.hours(8) + .minutes(29)) == [])
        #expect(driver.state(1) == "raised")
        #expect(driver.pass(.minutes(1)) == ["tell bert raised over bert-app (d1)"])
        #expect(driver.orders.last?.message.sentence.contains("ago, sent now") ?? false)
    }

    @Test(arguments: [Priority.concern, .urgent, .emergency])
    func `what is more than a fault is told at once`(_ priority: Priority) {
        var (driver, _) = Self.evening { home in
            home.addRule(
                "left_open", priority: priority, preAlert: .zero,
                values: ["devices": .devices([DeviceID("door")]), "hold": .duration(.minutes(5))])
        }
        driver.show("door", .open, true)
        #expect(driver.pass(.minutes(5)).contains("tell anna raised over anna-app (d1)"))
    }

    @Test func `smoke and a help call are told at once`() {
        var (driver, _) = Self.evening { $0.addHazard() }
        #expect(driver.show("smoke", .smoke, true).contains("tell anna raised over anna-app (d1)"))
        #expect(driver.press("pendant").contains("tell anna raised over anna-app (d2)"))
    }

    @Test func `a fault that is over before anybody was told is told to nobody, and stays in the story`() {
        var (driver, _) = Self.evening()
        driver.turn(Self.gone)
        driver.pass(.hours(1))
        driver.turn(.path(.storage, .up))
        #expect(driver.pass(.days(2)) == [])
        #expect(driver.orders.isEmpty)
        #expect(driver.state(1) == "closed")
        #expect(driver.story(1).contains("Closed by itself, cleared."))
    }

    @Test func `the end of a fault that was told by day waits for the morning`() {
        var (driver, _) = Self.evening()
        driver.turn(.mode(.holiday, until: nil, source: "page"))
        driver.turn(Self.gone)
        driver.pass(.hours(9))
        driver.answer(.accepted)
        driver.acknowledge(1, by: "bert")
        driver.answer(.accepted)
        driver.pass(.hours(16))
        driver.turn(.path(.storage, .up))
        #expect(driver.pass(.hours(7) + .minutes(29)) == [])
        #expect(driver.pass(.minutes(1)) == ["tell bert closed over bert-app (d3)"])
    }

    @Test func `with a clock that is not set nothing is held back`() {
        var (driver, _) = Self.evening()
        driver.setClock(driver.now.wall, .unsynchronised)
        driver.turn(Self.gone)
        #expect(driver.pass(.seconds(15)) == ["tell bert raised over bert-app (d1)"])
    }

    @Test func `nobody is called up the ladder of a fault at night, and no siren sounds`() {
        var (driver, _) = Self.evening { home in
            home.escalationByPriority[.fault] = EscalationID("family")
        }
        driver.turn(Self.gone)
        #expect(driver.pass(.hours(8)) == [])
        #expect(driver.pass(.minutes(30)) == ["tell anna raised over anna-app (d1)"])
        driver.answer(.accepted)
        #expect(
            driver.pass(.minutes(2)) == ["tell bert raised over bert-app (d2)", "tell centre raised over centre (d3)"])
    }

    @Test func `a ladder that was begun by day rests over the night`() {
        var (driver, _) = Self.evening()
        driver.setClock(driver.now.wall - .hours(2))
        driver.turn(Self.gone)
        #expect(driver.pass(.seconds(15)) == ["tell bert raised over bert-app (d1)"])
        driver.answer(.accepted)
        #expect(driver.pass(.hours(10)) == [])
        #expect(!driver.pass(.hours(8)).isEmpty)
    }

    @Test func `a restart and other settings in the night keep it quiet`() {
        var (driver, home) = Self.evening()
        driver.turn(Self.gone)
        driver.pass(.hours(1))
        #expect(driver.restart(after: .seconds(5), with: home) == [])
        home.addHazard()
        #expect(driver.adopt(home) == [])
        #expect(driver.pass(.hours(1)) == [])
        home.quietHours = nil
        #expect(driver.adopt(home) == ["tell bert raised over bert-app (d1)"])
    }

    @Test func `who answers before they were told is heard`() {
        var (driver, _) = Self.evening()
        driver.turn(Self.gone)
        driver.pass(.minutes(1))
        driver.acknowledge(1, by: "bert")
        #expect(driver.lastDecision.reply == .accepted)
        driver.acknowledge(1, by: "anna")
        #expect(driver.lastDecision.reply == .notContact)
    }
}
