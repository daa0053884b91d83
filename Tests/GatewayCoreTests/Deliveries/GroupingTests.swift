internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// Concerns, faults and notices that come together are told together.
@Suite struct GroupingTests {
    private static func quietDay(_ change: (inout HomeBuilder) -> Void = { _ in }) -> (EngineDriver, HomeBuilder) {
        var home = HomeBuilder()
        home.groupWait = .seconds(30)
        home.addHelpCall(preAlert: .zero)
        home.outputs += (1...25).map { number in
            Output(id: OutputID("lamp-\(number)"), name: "lamp \(number)", connection: .speech(command: ["lamp"]))
        }
        change(&home)
        return (EngineDriver(home), home)
    }

    private static func path(_ number: Int) -> Path { .output(OutputID("lamp-\(number)")) }

    /// So many faults, a second apart; each is one after fifteen seconds.
    private static func breakPaths(_ count: Int, _ driver: inout EngineDriver) {
        for number in 1...count {
            driver.turn(.path(Self.path(number), .down(reason: "gone")))
            driver.pass(.seconds(1))
        }
    }

    @Test func `three faults within the wait are one message`() throws {
        var (driver, _) = Self.quietDay()
        Self.breakPaths(3, &driver)
        #expect(driver.pass(.seconds(41)) == [])
        #expect(driver.pass(.seconds(2)) == ["tell bert raised over bert-app (d1)"])
        #expect(driver.answer(.accepted) == [])
        #expect(driver.pass(.hours(3)) == [])
        let message = try #require(driver.orders.first?.message)
        #expect(message.alert == driver.alert(1))
        #expect(message.also?.map(\.alert) == [driver.alert(2), driver.alert(3)])
        #expect(
            message.sentence == """
                3 things: output lamp-1: gone at 08:00; output lamp-2: gone at 08:00; output lamp-3: gone at 08:00.
                """)
        #expect(message.also?.first?.sentence == "output lamp-2: gone at 08:00.")
        for number in 1...3 as ClosedRange<Int64> {
            #expect(driver.engine.alert(driver.alert(number))?.told == [ContactID("bert")])
            #expect(driver.story(number).contains { $0.hasPrefix("Told to Bert over bert-app") })
            #expect(driver.story(number).contains("bert-app accepted it for Bert."))
        }
        #expect(driver.story(2).contains("Told to Bert over bert-app, together with k-1."))
    }

    @Test func `who takes the first takes all that the message told`() {
        var (driver, _) = Self.quietDay()
        Self.breakPaths(3, &driver)
        driver.pass(.minutes(1))
        driver.answer(.accepted)
        driver.acknowledge(1, by: "bert")
        #expect(driver.lastDecision.reply == .accepted)
        #expect(driver.states == ["acknowledged", "acknowledged", "acknowledged"])
        #expect(driver.story(3).contains("Taken together with k-1, in whose message it was told."))
        #expect(driver.pass(.seconds(31)) == ["tell bert acknowledged over bert-app (d4)"])
        #expect(driver.orders.last?.message.also?.count == 2)
    }

    @Test func `who takes a later one takes that one alone`() {
        var (driver, _) = Self.quietDay()
        Self.breakPaths(3, &driver)
        driver.pass(.minutes(1))
        driver.acknowledge(2, by: "bert")
        #expect(driver.states == ["raised", "acknowledged", "raised"])
    }

    @Test func `who answers to a message whose first alert is over takes the others`() {
        var (driver, home) = Self.quietDay()
        Self.breakPaths(2, &driver)
        driver.pass(.minutes(1))
        driver.answer(.accepted)
        driver.turn(.path(Self.path(1), .up))
        driver.restart(after: .seconds(2), with: home)
        driver.acknowledge(1, by: "bert")
        #expect(driver.lastDecision.reply == .accepted)
        #expect(driver.states == ["closed", "acknowledged"])
    }

    @Test func `one contact's message says nothing of whom another told together`() {
        var (driver, _) = Self.quietDay { home in
            home.escalations[1].rungs[0].contacts = [ContactID("bert"), ContactID("centre")]
            home.receivers = [ChannelID("centre")]
        }
        Self.breakPaths(2, &driver)
        #expect(
            driver.pass(.seconds(20)) == [
                "tell centre raised over centre (d2)", "tell centre raised over centre (d4)",
            ])
        #expect(driver.pass(.seconds(30)) == ["tell bert raised over bert-app (d1)"])
        driver.acknowledge(1, by: "centre")
        #expect(driver.states == ["acknowledged", "raised"])
    }

    @Test func `what is urgent or an emergency waits for nobody and takes nobody along`() throws {
        var (driver, _) = Self.quietDay { home in
            home.escalationByPriority[.fault] = EscalationID("family")
            home.addRule(
                "left_open", priority: .urgent, preAlert: .zero,
                values: ["devices": .devices([DeviceID("door")]), "hold": .duration(.minutes(5))])
        }
        driver.show("door", .open, true)
        driver.pass(.minutes(4) + .seconds(35))
        driver.turn(.path(.storage, .down(reason: "full")))
        #expect(driver.pass(.seconds(25)) == ["say heard", "tell anna raised over anna-app (d2)"])
        #expect(driver.press("pendant") == ["say heard", "tell anna raised over anna-app (d3)"])
        #expect(driver.orders.allSatisfy { $0.message.also == nil })
        #expect(driver.pass(.seconds(20)) == ["tell anna raised over anna-app (d1)"])
    }

    @Test func `what is over within the wait is told to nobody, and the others are`() {
        var (driver, _) = Self.quietDay()
        Self.breakPaths(3, &driver)
        driver.pass(.seconds(20))
        driver.turn(.path(Self.path(1), .up))
        driver.turn(.path(Self.path(3), .up))
        #expect(driver.pass(.minutes(5)) == ["tell bert raised over bert-app (d2)"])
        #expect(driver.orders.last?.message.also == nil)
        driver.answer(.accepted)
        driver.turn(.path(Self.path(2), .up))
        #expect(driver.pass(.minutes(5)) == ["tell bert closed over bert-app (d4)"])
    }

    @Test func `more than one message holds are two messages`() {
        var (driver, _) = Self.quietDay()
        for number in 1...25 { driver.turn(.path(Self.path(number), .down(reason: "gone"))) }
        #expect(driver.pass(.minutes(1)).count == 2)
        let counts = driver.orders.map { ($0.message.also?.count ?? 0) + 1 }
        #expect(counts == [Limits.alertsInMessage, 5])
    }

    @Test func `a failed channel passes the whole message on to the next at once`() throws {
        var (driver, _) = Self.quietDay { $0.escalationByPriority[.fault] = EscalationID("family") }
        Self.breakPaths(3, &driver)
        #expect(driver.pass(.seconds(50)) == ["tell anna raised over anna-app (d1)"])
        let lines = driver.answer(.failed(reason: "no answer", retryAfter: nil))
        #expect(lines == ["tell anna raised over anna-sms (d4)"])
        #expect(driver.orders.last?.message.also?.count == 2)
        driver.answer(.accepted, "anna-sms")
        #expect(driver.story(3).contains("anna-sms accepted it for Anna."))
    }

    @Test func `an alert that ends while its message is tried again is left out of it`() throws {
        var (driver, home) = Self.quietDay()
        Self.breakPaths(3, &driver)
        driver.pass(.seconds(45))
        driver.answer(.failed(reason: "no answer", retryAfter: nil))
        driver.turn(.path(Self.path(1), .up))
        #expect(driver.pass(.seconds(10)) == ["tell bert raised over bert-app (d1)"])
        #expect(driver.orders.last?.message.alert == driver.alert(2))
        #expect(driver.orders.last?.message.state == "raised")
        #expect(driver.orders.last?.message.also?.map(\.alert) == [driver.alert(3)])
        let again = driver.restart(after: .seconds(1), with: home)
        #expect(again == ["tell bert raised over bert-app (d1)"])
        driver.turn(.path(Self.path(2), .up))
        driver.turn(.path(Self.path(3), .up))
        #expect(driver.engine.deliveries.allSatisfy { $0.kind == .closed })
        #expect(driver.pass(.minutes(1)) == ["tell bert closed over bert-app (d4)"])
        #expect(driver.orders.last?.message.also?.count == 2)
    }

    @Test func `a message for several goes one by one where the channel no longer carries them`() {
        var (driver, home) = Self.quietDay()
        Self.breakPaths(3, &driver)
        driver.pass(.seconds(45))
        driver.answer(.failed(reason: "no answer", retryAfter: nil))
        home.receivers = [ChannelID("bert-app")]
        #expect(
            driver.adopt(home) == [
                "withdraw d1", "tell bert raised over bert-app (d4)", "tell bert raised over bert-app (d5)",
                "tell bert raised over bert-app (d6)",
            ])
    }

    @Test func `what waits is not lost by a restart, and is told as one`() {
        var (driver, home) = Self.quietDay()
        Self.breakPaths(3, &driver)
        driver.pass(.seconds(20))
        driver.restart(after: .seconds(3), with: home)
        driver.pass(.minutes(1))
        #expect(driver.orders.map { $0.message.also?.count } == [2])
    }

    @Test func `the page of the first alert shows what else was told`() throws {
        var (driver, _) = Self.quietDay()
        Self.breakPaths(2, &driver)
        driver.pass(.minutes(1))
        let page = driver.engine.message(about: driver.alert(1), to: ContactID("bert"))
        #expect(page?.also?.map(\.alert) == [driver.alert(2)])
        #expect(page?.sentence.hasPrefix("2 things: ") ?? false)
    }
}
