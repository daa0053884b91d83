internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// BEHAVIOUR 2: each due step really ran; one that did not is an alert of its own.
@Suite struct DueStepTests {
    private static func raised() -> (EngineDriver, HomeBuilder) {
        var home = HomeBuilder()
        home.addHelpCall(preAlert: .zero)
        var driver = EngineDriver(home)
        driver.press("pendant")
        driver.answer(.accepted)
        return (driver, home)
    }

    private static func lateSteps(_ driver: EngineDriver) -> [Alert] {
        driver.engine.alerts.filter { $0.kind == .lateStep }
    }

    @Test func `a step that ran much too late is a fault, told like any`() throws {
        var (driver, _) = Self.raised()
        driver.stall(.minutes(7))
        let lines = driver.turn(.tick)
        #expect(lines.contains("tell bert raised over bert-app (d2)"))
        let fault = try #require(Self.lateSteps(driver).first)
        #expect(fault.cause == .audit)
        #expect(fault.priority == .fault)
        #expect(driver.orders.contains { $0.delivery.alert == fault.id && $0.message.about == .lateStep })
        let detail = "A step of k-1 was due 5 minutes before it ran."
        #expect(driver.orders.contains { $0.message.sentence.contains(detail) })
    }

    @Test func `several late steps of one stall are one fault, those of another are more of it`() {
        var (driver, _) = Self.raised()
        driver.press("cord")
        driver.stall(.minutes(7))
        driver.turn(.tick)
        #expect(Self.lateSteps(driver).map(\.occurrences) == [1])
        driver.stall(.minutes(30))
        driver.turn(.tick)
        #expect(Self.lateSteps(driver).map(\.occurrences) == [2])
    }

    @Test func `a step that is a little late is none`() {
        var (driver, _) = Self.raised()
        driver.stall(.minutes(2) + .seconds(59))
        driver.turn(.tick)
        #expect(Self.lateSteps(driver).isEmpty)
    }

    @Test func `a pre-alert that ended in a stall is one too`() {
        var home = HomeBuilder()
        home.addHelpCall(preAlert: .seconds(10))
        var driver = EngineDriver(home)
        driver.press("pendant")
        driver.stall(.minutes(3))
        driver.turn(.tick)
        #expect(Self.lateSteps(driver).count == 1)
    }

    @Test func `that the gateway was off is no fault and stands in the story`() {
        var (driver, home) = Self.raised()
        driver.restart(after: .minutes(7), with: home)
        #expect(Self.lateSteps(driver).isEmpty)
        #expect(driver.story(1).contains("This step was due 5 minutes ago; the gateway was not running."))
    }

    @Test func `that the machine slept is no fault`() {
        var (driver, _) = Self.raised()
        driver.stall(.hours(3))
        driver.turn(.suspended(.hours(3)))
        #expect(driver.state(1) == "raised")
        #expect(Self.lateSteps(driver).isEmpty)
        #expect(driver.orders.count > 1)
    }

    @Test func `a stall after a sleep is one`() {
        var (driver, _) = Self.raised()
        driver.stall(.minutes(10))
        driver.turn(.suspended(.minutes(3)))
        #expect(Self.lateSteps(driver).count == 1)
    }

    @Test func `a restart is told once in the story, and that the message was sent again`() {
        var (driver, home) = Self.raised()
        driver.pass(.minutes(2))
        driver.restart(after: .seconds(1), with: home)
        let told = driver.story(1).filter { $0 == "Told to Bert over bert-app." }
        #expect(told.count == 1)
        #expect(driver.story(1).contains("Sent again to Bert over bert-app after a restart."))
    }
}
