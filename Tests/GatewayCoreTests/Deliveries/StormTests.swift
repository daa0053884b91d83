internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// A contact gets so many messages in an hour; what is beyond is told in one, and nothing is lost.
@Suite struct StormTests {
    private static func home(
        limit: Int, _ change: (inout HomeBuilder) -> Void = { _ in }
    ) -> (EngineDriver, HomeBuilder) {
        var home = HomeBuilder()
        home.messagesPerHour = limit
        home.addHelpCall(preAlert: .zero)
        home.outputs += (1...25).map { number in
            Output(id: OutputID("lamp-\(number)"), name: "lamp \(number)", connection: .speech(command: ["lamp"]))
        }
        change(&home)
        return (EngineDriver(home), home)
    }

    private static func path(_ number: Int) -> Path { .output(OutputID("lamp-\(number)")) }

    private static func breakPaths(_ numbers: ClosedRange<Int>, _ driver: inout EngineDriver) {
        for number in numbers {
            driver.turn(.path(path(number), .down(reason: "gone")))
            driver.pass(.minutes(1))
            driver.answer(.accepted)
        }
    }

    @Test func `what is beyond the limit is told in one summary, with the newest of each`() throws {
        var (driver, _) = Self.home(limit: 3)
        Self.breakPaths(1...17, &driver)
        #expect(driver.orders.count == 3)
        driver.turn(.path(Self.path(5), .up))
        driver.acknowledge(6, by: "bert")
        #expect(driver.lastDecision.reply == .accepted)
        #expect(driver.pass(.minutes(43)) == [])
        #expect(driver.pass(.minutes(1)).count == 1)
        let message = try #require(driver.orders.last?.message)
        #expect(message.kind == .raised && message.state == "raised")
        #expect(message.sentence.hasPrefix("14 things in the last hour: output lamp-4: gone at 08:03"))
        #expect(message.sentence.contains("output lamp-5: gone: closed, cleared"))
        #expect(message.sentence.contains("output lamp-6: gone: Bert is dealing with it"))
        #expect(Set(([message.alert] + (message.also ?? []).map(\.alert)).map(\.number)) == Set(4...17))
        #expect(driver.engine.deliveries.count == 1)
    }

    @Test func `when all is over the summary says so and asks nobody`() throws {
        var (driver, _) = Self.home(limit: 1)
        Self.breakPaths(1...3, &driver)
        driver.turn(.path(Self.path(2), .up))
        driver.turn(.path(Self.path(3), .up))
        driver.pass(.hours(1))
        let message = try #require(driver.orders.last?.message)
        #expect(message.kind == .closed && message.state == "closed")
        #expect(message.sentence.hasPrefix("2 things in the last hour: "))
    }

    @Test func `there is room again as the messages of before grow old`() {
        var (driver, _) = Self.home(limit: 2)
        Self.breakPaths(1...6, &driver)
        driver.pass(.hours(1))
        driver.answer(.accepted)
        #expect(driver.orders.count == 3)
        Self.breakPaths(7...9, &driver)
        driver.pass(.hours(3))
        #expect(driver.orders.count == 5)
        let traffic = driver.engine.deliveries
        #expect(traffic.allSatisfy { $0.state == .underway })
    }

    @Test func `emergencies are neither counted nor delayed`() {
        var (driver, _) = Self.home(limit: 1) { $0.escalationByPriority[.fault] = EscalationID("family") }
        driver.press("pendant")
        driver.answer(.accepted)
        driver.close(1, by: "anna")
        driver.answer(.accepted)
        driver.turn(.path(Self.path(1), .down(reason: "gone")))
        #expect(driver.pass(.seconds(15)) == ["tell anna raised over anna-app (d3)"])
        driver.answer(.accepted)
        #expect(driver.press("cord").contains("tell anna raised over anna-app (d4)"))
    }

    @Test func `faults keep nothing urgent waiting, and what is urgent waits at most for its own`() {
        var (driver, _) = Self.home(limit: 2) { home in
            home.escalationByPriority[.fault] = EscalationID("family")
            for number in 1...3 {
                home.devices.append(HomeBuilder.device("leak-\(number)", [.flood]))
                home.addRule(
                    "hazard", "leak-\(number)", priority: .urgent,
                    values: ["devices": .devices([DeviceID("leak-\(number)")])])
            }
        }
        for number in 1...4 { driver.turn(.path(Self.path(number), .down(reason: "gone"))) }
        driver.pass(.seconds(15))
        driver.answer(.accepted)
        #expect(driver.show("leak-1", .flood, true) == ["say heard", "tell anna raised over anna-app (d5)"])
        #expect(driver.show("leak-2", .flood, true) == ["say heard", "tell anna raised over anna-app (d6)"])
        #expect(driver.show("leak-3", .flood, true) == ["say heard"])
        driver.answer(.accepted)
        driver.acknowledge(5, by: "anna")
        driver.pass(.hours(1))
        let summary = driver.orders.first { $0.delivery.alert == driver.alert(7) }
        #expect(summary?.message.priority == .urgent)
        #expect(summary?.message.kind == .raised)
    }

    @Test func `a restart forgets neither the limit nor what waits`() {
        var (driver, home) = Self.home(limit: 2)
        Self.breakPaths(1...5, &driver)
        #expect(driver.restart(after: .seconds(2), with: home) == [])
        #expect(driver.pass(.minutes(50)) == [])
        #expect(driver.pass(.minutes(10)).count == 1)
        #expect(driver.orders.last?.message.also?.count == 2)
    }

    @Test func `a receiver of one event at a time is told of each`() {
        var (driver, _) = Self.home(limit: 2) { $0.receivers = [ChannelID("bert-app")] }
        Self.breakPaths(1...6, &driver)
        #expect(driver.orders.count == 6)
    }

    @Test func `another way for a message is no message more`() {
        var (driver, _) = Self.home(limit: 2) { $0.escalationByPriority[.fault] = EscalationID("family") }
        driver.turn(.path(.channel(ChannelID("anna-app")), .down(reason: "no route")))
        #expect(driver.pass(.seconds(15)).count == 2)
        driver.turn(.path(Self.path(1), .down(reason: "gone")))
        #expect(driver.pass(.seconds(15)).count == 2)
        driver.turn(.path(Self.path(2), .down(reason: "gone")))
        #expect(driver.pass(.seconds(15)) == [])
    }

    @Test(.ownThread, arguments: 0..<12)
    func `whatever comes, nothing is silently untold`(_ seed: Int) {
        var storm = RandomStorm(seed: seed)
        storm.run(steps: 300)
        storm.settle()
        for (alert, contact) in storm.untold {
            Issue.record("\(alert) was never told to \(contact): \(storm.driver.story(alert.number))")
        }
        #expect(storm.raised.count > 20)
        #expect(storm.driver.engine.deliveries.isEmpty)
    }
}
