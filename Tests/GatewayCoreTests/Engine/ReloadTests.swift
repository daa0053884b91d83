internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// New settings while alerts are open and things are under way.
@Suite struct ReloadTests {
    private static func twoContacts() -> HomeBuilder {
        var home = HomeBuilder()
        home.addHelpCall(preAlert: .zero)
        home.escalations[0].rungs[0].contacts = [ContactID("anna"), ContactID("bert")]
        return home
    }

    @Test func `a channel that goes takes nobody else's messages with it`() {
        var home = Self.twoContacts()
        var driver = EngineDriver(home)
        driver.press("pendant")
        driver.answer(.failed(reason: "down", retryAfter: nil), "bert-app")
        home.channels.removeAll { $0 == ChannelID("anna-app") }
        home.contacts[0].channels = [ChannelID("anna-sms")]
        #expect(driver.adopt(home) == ["withdraw d1", "tell anna raised over anna-sms (d3)"])
        #expect(driver.pass(.seconds(1)) == ["tell bert raised over bert-app (d2)"])
    }

    @Test func `a channel that goes while the gateway is off is replaced at the start`() {
        var home = Self.twoContacts()
        var driver = EngineDriver(home)
        driver.press("pendant")
        home.channels.removeAll { $0 == ChannelID("anna-app") }
        home.contacts[0].channels = [ChannelID("anna-sms")]
        let lines = driver.restart(after: .seconds(5), with: home)
        #expect(lines.contains("tell anna raised over anna-sms (d3)"))
        #expect(!lines.contains { $0.contains("anna-app") })
    }

    @Test func `a ladder that goes is replaced by the one that is the alert's now`() {
        var home = Self.twoContacts()
        var driver = EngineDriver(home)
        driver.press("pendant")
        driver.answer(.accepted)
        home.escalations[0].id = EscalationID("new")
        home.escalationByPriority[.emergency] = EscalationID("new")
        #expect(driver.adopt(home).filter { $0.contains("raised") }.count == 2)
        #expect(driver.engine.alerts.first?.ladder?.escalation == EscalationID("new"))
    }

    @Test func `without any ladder nothing spins, and a later one takes over`() {
        var home = Self.twoContacts()
        var driver = EngineDriver(home)
        driver.press("pendant")
        driver.answer(.accepted)
        let before = home
        home.escalations = []
        home.escalationByPriority = [:]
        driver.adopt(home)
        driver.pass(.hours(10))
        #expect(driver.engine.deadline == nil)
        #expect(driver.adopt(before).contains { $0.hasPrefix("tell anna raised") })
    }

    @Test func `a rule that is unchanged keeps its hold`() {
        var home = Self.twoContacts()
        home.addLeftOpen(hold: .minutes(10))
        var driver = EngineDriver(home)
        driver.show("door", .open, true)
        driver.pass(.minutes(9))
        home.addHazard()
        driver.adopt(home)
        driver.pass(.minutes(1))
        #expect(driver.states == ["raised"])
    }

    @Test func `a new rule counts an open door from when it opened`() {
        var home = Self.twoContacts()
        var driver = EngineDriver(home)
        driver.show("door", .open, true)
        driver.pass(.minutes(9))
        home.addLeftOpen(hold: .minutes(10))
        driver.adopt(home)
        driver.pass(.minutes(1))
        #expect(driver.states == ["raised"])
    }

    @Test func `an edited rule does not tell again what is already told`() {
        var home = Self.twoContacts()
        home.addLeftOpen(hold: .minutes(10))
        var driver = EngineDriver(home)
        driver.show("door", .open, true)
        driver.pass(.minutes(10))
        driver.answer(.accepted)
        home.removeRule("left_open")
        home.addLeftOpen(hold: .minutes(5))
        #expect(driver.adopt(home) == [])
        #expect(driver.engine.alerts.first?.occurrences == 1)
        #expect(driver.show("door", .open, false).first == "say closed")
    }

    @Test func `a rule that was away remembers nothing when it comes back`() {
        var home = Self.twoContacts()
        home.addLeftOpen(hold: .minutes(10))
        var driver = EngineDriver(home)
        driver.show("door", .open, true)
        let with = home
        home.removeRule("left_open")
        driver.restart(after: .seconds(5), with: home)
        driver.show("door", .open, false)
        driver.pass(.days(30))
        driver.restart(after: .seconds(5), with: with)
        #expect(driver.states == [])
    }

    @Test func `the fault of a device that is gone goes with it`() {
        var home = Self.twoContacts()
        home.devices.append(HomeBuilder.device("tap", [.flood], supervision: .report(silentAfter: .hours(1))))
        var driver = EngineDriver(home)
        driver.pass(.hours(2))
        #expect(driver.states == ["raised"])
        home.devices.removeLast()
        driver.adopt(home)
        #expect(driver.states == ["closed"])
    }

    @Test func `a new device has its whole interval, also years after the first start`() {
        var home = Self.twoContacts()
        var driver = EngineDriver(home)
        driver.pass(.days(400))
        home.devices.append(HomeBuilder.device("tap", [.flood], supervision: .report(silentAfter: .hours(1))))
        driver.adopt(home)
        driver.pass(.minutes(59))
        #expect(driver.states == [])
        driver.pass(.minutes(1))
        #expect(driver.states == ["raised"])
    }

    @Test func `a path that is no longer there is no longer down`() {
        var home = Self.twoContacts()
        var driver = EngineDriver(home)
        driver.turn(.path(.channel(ChannelID("centre")), .down(reason: "gone")))
        driver.pass(.seconds(15))
        #expect(driver.states == ["raised"])
        home.channels.removeAll { $0 == ChannelID("centre") }
        home.contacts.removeLast()
        home.escalations[0].rungs.removeLast()
        driver.restart(after: .seconds(5), with: home)
        #expect(driver.states == ["closed"])
    }

    @Test func `what no reading tells is kept too when another rule is edited`() {
        var home = HomeBuilder()
        home.addInactivity(after: .hours(8), preAlert: .zero)
        home.addLeftOpen(hold: .minutes(5))
        var driver = EngineDriver(home)
        driver.show("motion", .motion, true)
        driver.pass(.hours(5))
        home.removeRule("left_open")
        home.addLeftOpen(hold: .minutes(6))
        driver.adopt(home)
        driver.pass(.hours(3) - .seconds(1))
        #expect(driver.states == [])
        driver.pass(.seconds(1))
        #expect(driver.states == ["raised"])
    }
}
