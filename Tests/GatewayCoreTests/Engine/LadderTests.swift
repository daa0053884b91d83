internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// BEHAVIOUR 2: the ladder is never given up and never silent.
@Suite struct LadderTests {
    private static func raised(_ change: (inout HomeBuilder) -> Void = { _ in }) -> EngineDriver {
        var home = HomeBuilder()
        home.addHelpCall(preAlert: .zero)
        change(&home)
        var driver = EngineDriver(home)
        driver.press("pendant")
        driver.answer(.accepted)
        return driver
    }

    @Test func `nobody answers: rung by rung, last action, again with growing pauses`() {
        var home = Self.raised()
        #expect(
            home.pass(.minutes(2)) == [
                "say nobody_yet", "tell bert raised over bert-app (d2)", "tell centre raised over centre (d3)",
            ])
        home.answer(.accepted)
        #expect(home.pass(.minutes(3)) == ["say nobody_yet", "siren on"])
        #expect(home.pass(.minutes(2)) == ["say nobody_yet", "tell anna raised over anna-app (d4)"])
        home.answer(.accepted)
        home.pass(.minutes(2))
        home.answer(.accepted)
        #expect(home.pass(.minutes(3)) == ["say nobody_yet", "siren on"])
        #expect(home.pass(.minutes(3)) == [])
        #expect(home.pass(.minutes(1)) == ["say nobody_yet", "tell anna raised over anna-app (d7)"])
    }

    @Test func `it goes on for a year without growing`() {
        var home = Self.raised()
        for _ in 0..<1_500 {
            home.pass(.minutes(10))
            home.answer(.accepted)
        }
        #expect(home.state(1) == "raised")
        #expect(home.engine.deliveries.count < 4)
        #expect(home.orders.count > 1_500)
        #expect(home.engine.deadline != nil)
    }

    @Test func `taking it stops the ladder and switches the siren off`() {
        var home = Self.raised()
        home.pass(.minutes(5))
        home.answer(.accepted)
        let taken = home.acknowledge(1, by: "bert")
        #expect(
            taken == [
                "tell anna acknowledged over anna-app (d4)", "tell bert acknowledged over bert-app (d5)",
                "tell centre acknowledged over centre (d6)", "say acknowledged", "siren off",
            ].sorted(by: Self.order(of: taken)))
        home.answer(.accepted)
        #expect(home.pass(.minutes(29)) == [])
        #expect(home.announcements.last?.phrase == "Bert has your call and is dealing with it.")
    }

    private static func order(of lines: [String]) -> (String, String) -> Bool {
        { (lines.firstIndex(of: $0) ?? 0) < (lines.firstIndex(of: $1) ?? 0) }
    }

    @Test func `taken and not closed in time comes back from the top`() {
        var home = Self.raised { $0.acknowledgementHolds = [.emergency: .minutes(10)] }
        home.acknowledge(1, by: "anna")
        home.answer(.accepted)
        #expect(home.pass(.minutes(9)) == [])
        #expect(home.pass(.minutes(1)) == ["tell anna raised over anna-app (d3)"])
        #expect(home.state(1) == "raised")
    }

    @Test func `nobody is told that it was taken once it has come back`() {
        var home = Self.raised { $0.acknowledgementHolds = [.emergency: .minutes(10)] }
        home.acknowledge(1, by: "anna")
        home.answer(.failed(reason: "down", retryAfter: nil))
        home.pass(.minutes(10))
        #expect(home.state(1) == "raised")
        let kinds = home.engine.deliveries.map { $0.kind }
        #expect(!kinds.contains(.acknowledged))
    }

    @Test func `an acknowledgement hold of nothing does not spin`() {
        var home = Self.raised { $0.acknowledgementHolds = [.emergency: .zero] }
        home.acknowledge(1, by: "anna")
        #expect(home.state(1) == "acknowledged")
        #expect(home.pass(.minutes(1)).count < 4)
    }

    // MARK: - Who may

    @Test func `only those who were told can take or close it`() {
        var home = Self.raised()
        #expect(home.acknowledge(1, by: "bert") == [])
        #expect(home.lastDecision.reply == .notContact)
        home.close(1, by: "stranger")
        #expect(home.lastDecision.reply == .notContact)
        home.acknowledge(99, by: "anna")
        #expect(home.lastDecision.reply == .unknownAlert)
        home.close(99, by: "anna")
        #expect(home.lastDecision.reply == .unknownAlert)
        #expect(home.state(1) == "raised")
    }

    @Test func `nobody takes what is pending or closed`() {
        var home = HomeBuilder()
        home.addHelpCall()
        var driver = EngineDriver(home)
        driver.press("pendant")
        driver.close(1, by: "anna")
        #expect(driver.lastDecision.reply == .notContact)
        driver.pass(.seconds(10))
        driver.close(1, by: "anna")
        driver.acknowledge(1, by: "anna")
        #expect(driver.lastDecision.reply == .notOpen(state: "closed"))
        driver.close(1, by: "anna")
        #expect(driver.lastDecision.reply == .notOpen(state: "closed"))
    }

    @Test func `a second taker is welcome and told in the story`() {
        var home = Self.raised()
        home.pass(.minutes(2))
        home.acknowledge(1, by: "anna")
        home.acknowledge(1, by: "bert")
        #expect(home.lastDecision.reply == .accepted)
        #expect(home.engine.alerts.first?.acknowledgement?.by == ContactID("anna"))
        #expect(home.story(1).contains("Bert takes it too."))
    }

    @Test func `many who take it too do not lengthen the story without end`() {
        var home = Self.raised()
        home.pass(.minutes(2))
        home.acknowledge(1, by: "anna")
        let before = home.ledger.story.count
        for _ in 0..<100 {
            home.acknowledge(1, by: "bert")
            home.acknowledge(1, by: "stranger")
        }
        #expect(home.ledger.story.count <= before + 2)
    }

    @Test func `the acceptance of a committed centre takes the alert, another's does not`() {
        var home = Self.raised { home in
            home.contacts[0].acceptanceAcknowledges = true
        }
        #expect(home.state(1) == "acknowledged")
        #expect(home.engine.alerts.first?.acknowledgement?.way == .receiver)
        home = Self.raised()
        #expect(home.state(1) == "raised")
    }

    @Test func `an emergency with nobody to tell says so in its story`() {
        var home = Self.raised { $0.escalationByPriority = [:] }
        #expect(home.state(1) == "raised")
        #expect(home.story(1).contains("The settings name nobody to tell of this."))
        #expect(home.pass(.hours(10)) == [])
    }
}
