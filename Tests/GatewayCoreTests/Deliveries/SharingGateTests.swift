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
}
