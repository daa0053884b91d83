internal import GatewayTesting
internal import Testing

@testable internal import GatewayCore

/// How a rule stands, for people who ask why it raised nothing.
@Suite struct StandingTests {
    private func standing(_ home: EngineDriver, _ rule: String) throws -> RuleStanding {
        try #require(home.engine.standing(of: RuleID(rule)))
    }

    @Test func `a hold that runs says since when, and when it is over`() throws {
        var home = HomeBuilder()
        home.addLeftOpen(hold: .minutes(5))
        var driver = EngineDriver(home)
        #expect(try standing(driver, "left_open").conditions == [])
        driver.show("door", .open, true)
        let opened = driver.now.wall
        driver.pass(.minutes(2))
        let running = try standing(driver, "left_open")
        #expect(
            running.conditions == [
                ConditionStanding(DeviceID("door"), "open", .yes, since: opened, due: opened + .minutes(5))
            ])
        #expect(running.deadline == opened + .minutes(5))
        #expect(running.watched.map(\.value) == [.state(true)])
        #expect(running.waits == [] && running.withheld == [] && running.alerts == [])
        driver.pass(.minutes(4))
        let raised = try standing(driver, "left_open")
        #expect(raised.conditions.map(\.isFound) == [true])
        #expect(raised.alerts.map(\.state) == ["raised"])
    }

    @Test func `what was found and waits is seen, with why`() throws {
        var home = HomeBuilder()
        home.addRule("left_open", values: ["devices": .devices([DeviceID("door")]), "hold": .duration(.minutes(5))]) {
            $0.window = DayWindow(from: TimeOfDay(minutes: 22 * 60), to: TimeOfDay(minutes: 6 * 60))
            $0.modes = [.night]
            $0.mutedBy = [RuleID("threshold")]
        }
        home.addCold()
        var driver = EngineDriver(home)
        driver.measure("thermometer", .temperature, 5_000)
        driver.show("door", .open, true)
        driver.pass(.minutes(6))
        let waiting = try standing(driver, "left_open")
        #expect(waiting.withheld.map(\.kind) == [.leftOpen])
        #expect(
            waiting.waits.map(\.words) == [
                "it is meant for the mode night, and the mode is home", "it applies at 22:00–06:00 only",
                "it is muted by threshold",
            ])
        driver.setClock(driver.now.wall, .unsynchronised)
        driver.turn(.tick)
        #expect(
            try standing(driver, "left_open").waits.map(\.words).contains(
                "it applies at 22:00–06:00 only, and the clock is not set"))
    }

    @Test func `a rule that cannot see says what it misses`() throws {
        var home = HomeBuilder()
        home.addLeftOpen()
        var driver = EngineDriver(home)
        driver.show("door", .open, false)
        driver.turn(.path(.bridge(BridgeID("zigbee")), .down(reason: "gone")))
        driver.pass(.minutes(1))
        let blind = try standing(driver, "left_open")
        #expect(blind.blindness == ["bridge zigbee"])
        #expect(blind.conditions.map(\.truth) == [.unknown])
        #expect(blind.watched.map(\.isUnseen) == [true])
        #expect(blind.meaning == "nobody is called when it stays open")
    }

    @Test func `an emergency is kept back by nothing`() throws {
        var home = HomeBuilder()
        home.addHelpCall()
        home.addHazard()
        let driver = EngineDriver(home)
        for rule in ["help_call", "hazard"] { #expect(try standing(driver, rule).waits == []) }
    }

    @Test func `there is no standing of a rule that is not there`() {
        #expect(EngineDriver(HomeBuilder()).engine.standing(of: RuleID("nobody")) == nil)
    }

    /// A day of everything, asked at every step: to ask changes nothing, and reasons say what the gate does.
    @Test(.ownThread) func `asking changes nothing, and whoever has a reason to wait does`() {
        var driver = EngineDriver(HomeBuilder.everyKind())
        var dice = Dice(seed: 5)
        var asked = 0
        for _ in 0..<400 {
            driver.show("door", .open, dice.roll(2) == 0)
            driver.show("bath-motion", .motion, dice.roll(2) == 0)
            driver.show("bed", .bedOccupied, dice.roll(2) == 0)
            driver.measure("thermometer", .temperature, Int64(dice.roll(25)) * 1_000)
            if dice.roll(20) == 0 { driver.turn(.mode(HomeMode.allCases[dice.roll(5)], until: nil, source: "test")) }
            driver.pass(.minutes(Int64(dice.roll(40))))
            for name in driver.engine.ruleNames {
                guard let standing = driver.engine.standing(of: name),
                    let rule = driver.engine.rules.first(where: { $0.common.id == name })
                else { continue }
                asked += 1
                let passes = rule.applies(driver.engine.context) == .yes && !driver.engine.isMuted(rule.common)
                #expect(standing.waits.isEmpty == passes, "\(name)")
                #expect(standing.conditions.allSatisfy { $0.due == nil || $0.truth == .yes || standing.kind == "silence" })
            }
        }
        #expect(asked > 5_000)
    }
}
