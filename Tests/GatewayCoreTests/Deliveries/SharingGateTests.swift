internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// Nothing leaves that the plan of sharing does not name: every subset of what can be shared, every message.
@Suite struct SharingGateTests {
    /// What would give each kind of data away, wherever it stood in a message.
    private static let secrets: [(SharedData, [String])] = [
        (.name, ["Margaret"]), (.address, ["12 Mill Lane"]), (.room, ["the bathroom"]), (.access, ["key safe 4711"]),
        (.readings, ["help_call of the cord"]), (.story, ["Mill Valley centre", "Rung 1 of 2"]),
    ]

    @Test(arguments: 0..<64)
    func `no message tells more than is shared`(_ subset: Int) {
        let shares = SharedData(rawValue: subset)
        var home = HomeBuilder()
        home.addHelpCall(preAlert: .zero)
        home.contacts[0].shares = shares
        home.escalations[0].rungs[0].contacts = [ContactID("anna"), ContactID("centre")]
        var driver = EngineDriver(home)
        driver.press("cord")
        driver.answer(.accepted)
        driver.pass(.seconds(20))
        driver.press("cord")
        driver.turn(.cancel(source: "page"))
        driver.answer(.accepted)
        driver.pass(.minutes(3))
        driver.acknowledge(1, by: "anna")
        driver.close(1, by: "anna")
        let messages = driver.orders.filter { $0.delivery.contact == ContactID("anna") }.map { $0.message }
        #expect(Set(messages.map { $0.kind }) == Set(MessageKind.allCases))
        for message in messages {
            let text = "\(message)"
            for (data, marks) in Self.secrets where !shares.contains(data) {
                for mark in marks { #expect(!text.contains(mark), "\(mark) in \(text)") }
            }
        }
        let all = messages.map { "\($0)" }.joined()
        for (data, marks) in Self.secrets where shares.contains(data) {
            for mark in marks { #expect(all.contains(mark), "\(mark) is shared and missing") }
        }
    }

    private static func addCooling(to home: inout HomeBuilder, _ priority: Priority) {
        home.addRule(
            "rate", priority: priority, preAlert: .zero,
            values: [
                "devices": .devices([DeviceID("thermometer")]), "capability": .capability(.temperature),
                "falls_by": .quantity(Quantity(thousandths: 4_000)), "within": .duration(.hours(1)),
            ])
    }

    private static func cool(_ driver: inout EngineDriver) {
        driver.measure("thermometer", .temperature, 20_000)
        driver.pass(.seconds(10))
        driver.measure("thermometer", .temperature, 15_000)
    }

    @Test(arguments: [SharedData.story, [.story, .readings], [.readings], []])
    func `why an alert was raised is told only with what was measured`(_ shares: SharedData) throws {
        var home = HomeBuilder()
        Self.addCooling(to: &home, .urgent)
        home.contacts[0].shares = shares
        var driver = EngineDriver(home)
        Self.cool(&driver)
        let why = try #require(driver.engine.alerts.first?.detail)
        #expect(driver.story(1).contains(why))
        #expect(driver.story(1).contains { $0.hasPrefix("Said at home: ") && $0.contains(why) })
        let message = try #require(driver.orders.first { $0.delivery.contact == ContactID("anna") }?.message)
        #expect("\(message)".contains(why) == shares.contains(.readings))
        #expect(message.story.contains { $0.text == why } == shares.isSuperset(of: [.story, .readings]))
        #expect(message.story.isEmpty != shares.contains(.story))
    }

    @Test func `alerts told together each pass the gate by themselves`() throws {
        var home = HomeBuilder()
        home.groupWait = .seconds(30)
        home.addRule(
            "left_open", priority: .concern, preAlert: .zero,
            values: ["devices": .devices([DeviceID("door")]), "hold": .duration(.minutes(5))])
        Self.addCooling(to: &home, .concern)
        home.contacts[0].shares = []
        var driver = EngineDriver(home)
        driver.show("door", .open, true)
        driver.pass(.minutes(4) + .seconds(45))
        Self.cool(&driver)
        driver.pass(.minutes(1))
        let message = try #require(driver.orders.first?.message)
        #expect(message.also?.count == 1)
        let why = driver.engine.alerts.compactMap(\.detail)
        #expect(!why.isEmpty)
        for mark in why + ["Margaret", "the hall", "Anna"] { #expect(!"\(message)".contains(mark)) }
    }
}
