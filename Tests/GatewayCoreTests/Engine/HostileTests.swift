internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// What comes from outside may be anything; the engine stays whole.
@Suite struct HostileTests {
    private static func home() -> EngineDriver {
        var home = HomeBuilder()
        home.addHelpCall()
        home.addHazard()
        home.addLeftOpen()
        home.addCold()
        home.addInactivity()
        return EngineDriver(home)
    }

    @Test func `thousands of readings in one arrival are taken, a press among them is heard`() {
        var driver = Self.home()
        var readings = (0..<5_000).map { number in
            Reading(
                device: DeviceID("unknown-\(number)"), capability: .temperature,
                value: .number(Quantity(thousandths: Int64(number))), moment: driver.now)
        }
        readings.insert(
            Reading(device: DeviceID("cord"), capability: .helpCall, value: .happened, moment: driver.now), at: 2_500)
        #expect(driver.turn(.readings(readings)) == ["say heard"])
        #expect(driver.engine.devices.states.count == 6)
    }

    @Test(arguments: [Int64.min, .min + 1, -1, 0, 1, .max - 1, .max])
    func `no number and no time is too strange`(_ number: Int64) {
        var driver = Self.home()
        for (device, capability, value) in [
            ("thermometer", Capability.temperature, ReadingValue.number(Quantity(thousandths: number))),
            ("door", .open, .state(true)), ("smoke", .smoke, .state(true)), ("cord", .helpCall, .happened),
        ] {
            driver.turn(
                .readings([
                    Reading(
                        device: DeviceID(device), capability: capability, value: value, moment: driver.now,
                        occurred: WallTime(milliseconds: number))
                ]))
        }
        driver.turn(.mode(.away, until: WallTime(milliseconds: number), source: "page"))
        driver.pass(.hours(20))
        #expect(driver.states.count >= 2)
        for order in driver.orders { #expect(!order.message.happened.rfc3339.isEmpty) }
    }

    @Test func `a stuck button is one alert with a short memory`() {
        var driver = Self.home()
        for _ in 0..<3_000 {
            driver.press("cord")
            driver.pass(.milliseconds(400))
        }
        #expect(driver.engine.alerts.count == 1)
        #expect(driver.ledger.story.count < 200)
        #expect(driver.engine.deliveries.count < 10)
    }

    @Test func `long words from a responder are cut`() {
        var driver = Self.home()
        driver.press("cord")
        driver.pass(.seconds(10))
        let note = String(repeating: "é", count: 100_000)
        driver.turn(.close(driver.alert(1), by: ContactID("anna"), outcome: .other, note: note))
        guard case .closed(let closure) = driver.engine.alerts[0].state else {
            Issue.record("It is not closed.")
            return
        }
        #expect(closure.note?.count == Limits.noteLength)
    }

    @Test func `an undecodable arrival is counted and nothing else`() {
        var driver = Self.home()
        #expect(driver.turn(.undecodable(IntakeID("broker"), reason: "not JSON")) == [])
        #expect(driver.engine.gateway.undecodable == 1)
    }

    @Test func `a call for help is raised though as many alerts are open as there is room for`() {
        var home = HomeBuilder()
        home.addHelpCall(preAlert: .zero)
        let doors = (0..<(Limits.openAlerts + 8)).map { DeviceID("door-\($0)") }
        home.devices += doors.map { HomeBuilder.device($0.name, [.open]) }
        home.addRule("left_open", values: ["devices": .devices(doors), "hold": .duration(.minutes(5))])
        var driver = EngineDriver(home)
        for door in doors { driver.show(door.name, .open, true) }
        driver.pass(.minutes(5))
        #expect(driver.engine.alerts.count(where: \.isOpen) == Limits.openAlerts)
        driver.press("cord")
        #expect(driver.engine.alerts.contains { $0.kind == .helpCall && $0.state == .raised })
    }
}
