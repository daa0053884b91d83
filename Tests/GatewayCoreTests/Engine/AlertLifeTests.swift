internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// BEHAVIOUR 1, read as transcripts.
@Suite struct AlertLifeTests {
    private static func home(
        preAlert: Duration? = nil, cancelBySecondPress: Bool = false, _ change: (inout HomeBuilder) -> Void = { _ in }
    ) -> EngineDriver {
        var home = HomeBuilder()
        home.addHelpCall(preAlert: preAlert, cancelBySecondPress: cancelBySecondPress)
        home.addHazard()
        change(&home)
        return EngineDriver(home)
    }

    @Test func `a press waits for its pre-alert and is then told`() {
        var home = Self.home()
        #expect(home.press("pendant") == ["say heard"])
        #expect(home.state(1) == "pending")
        #expect(home.lastDecision.mustBeDurable)
        #expect(home.pass(.milliseconds(9_999)) == [])
        #expect(home.pass(.milliseconds(1)) == ["tell anna raised over anna-app (d1)"])
        #expect(home.state(1) == "raised")
        #expect(home.answer(.accepted) == ["say sent"])
        #expect(home.acknowledge(1, by: "anna") == ["say acknowledged", "tell anna acknowledged over anna-app (d2)"])
        #expect(home.lastDecision.reply == .accepted)
        #expect(home.answer(.accepted) == [])
        #expect(home.close(1, by: "anna") == ["say closed", "tell anna closed over anna-app (d3)"])
        #expect(home.answer(.accepted) == [])
        #expect(home.state(1) == "closed")
        #expect(home.engine.deliveries.isEmpty)
        #expect(home.engine.deadline == nil)
    }

    @Test func `smoke is told at once`() {
        var home = Self.home()
        #expect(home.show("smoke", .smoke, true) == ["say heard", "tell anna raised over anna-app (d1)"])
    }

    @Test func `a cancel within the pre-alert tells nobody`() {
        var home = Self.home()
        home.press("pendant")
        #expect(home.press("pendant", .cancel) == ["say cancelled"])
        #expect(home.state(1) == "cancelled")
        #expect(home.pass(.hours(1)) == [])
    }

    @Test func `a cancelled pre-alert is told as such where the settings ask for it`() {
        var home = Self.home { $0.tellsCancelled = true }
        home.press("pendant")
        #expect(home.turn(.cancel(source: "page")) == ["say cancelled", "tell anna closed over anna-app (d1)"])
        #expect(home.orders.last?.message.sentence.contains("cancelled by the person") == true)
    }

    @Test func `I am OK ends a pre-alert`() {
        var home = Self.home()
        home.press("pendant")
        #expect(home.turn(.okay(source: "page")) == ["say cancelled"])
    }

    @Test func `a cancel after raising is news for the responder, not an end`() {
        var home = Self.home(preAlert: .zero)
        home.press("pendant")
        home.answer(.accepted)
        #expect(home.press("pendant", .cancel) == ["tell anna updated over anna-app (d2)"])
        #expect(home.orders.last?.message.sentence.contains("accident") == true)
        #expect(home.state(1) == "raised")
    }

    @Test func `a new press after a withdrawal is no accident any more`() {
        var home = Self.home(preAlert: .zero)
        home.press("pendant")
        home.press("pendant", .cancel)
        home.answer(.accepted)
        home.pass(.seconds(30))
        #expect(home.press("pendant").contains("tell anna updated over anna-app (d3)"))
        #expect(home.orders.last?.message.sentence.contains("accident") == false)
    }

    @Test func `a second press while it is open is the same alert`() {
        var home = Self.home(preAlert: .zero)
        home.press("pendant")
        home.answer(.accepted)
        home.pass(.seconds(5))
        #expect(home.press("pendant") == ["say sent", "tell anna updated over anna-app (d2)"])
        #expect(home.engine.alerts.count == 1)
        #expect(home.engine.alerts.first?.occurrences == 2)
    }

    @Test func `a press after closing is a new alert`() {
        var home = Self.home(preAlert: .zero)
        home.press("pendant")
        home.close(1, by: "anna")
        home.pass(.seconds(5))
        home.press("pendant")
        #expect(home.states == ["closed", "raised"])
    }

    @Test func `a second press withdraws where the rule says so`() {
        var home = Self.home(cancelBySecondPress: true)
        home.press("pendant")
        home.pass(.seconds(4))
        #expect(home.press("pendant") == ["say cancelled"])
    }

    @Test func `three frames of one press are one press`() {
        var home = Self.home(cancelBySecondPress: true)
        home.press("pendant")
        home.pass(.milliseconds(300))
        home.press("pendant")
        home.pass(.milliseconds(300))
        home.press("pendant")
        #expect(home.state(1) == "pending")
        #expect(home.engine.alerts.first?.occurrences == 1)
        home.pass(.seconds(4))
        home.press("pendant")
        home.pass(.milliseconds(300))
        home.press("pendant")
        #expect(home.states == ["cancelled"])
    }

    @Test func `a press that the broker brings twice is counted once`() {
        var home = Self.home(preAlert: .zero)
        home.press("pendant")
        home.pass(.seconds(20))
        home.press("pendant", isRedelivered: true)
        #expect(home.engine.alerts.first?.occurrences == 1)
    }

    @Test func `a press after a cancel counts also when all three arrive at once`() {
        var home = Self.home()
        home.press("pendant")
        home.press("pendant", .cancel)
        home.press("pendant")
        #expect(home.states == ["cancelled", "pending"])
    }

    @Test func `a press that the broker brings again after it was closed is known by its stamp`() {
        var home = Self.home(preAlert: .zero)
        home.press("pendant", age: .seconds(1))
        home.answer(.accepted)
        home.close(1, by: "anna")
        home.pass(.seconds(30))
        #expect(home.press("pendant", age: .seconds(31), isRedelivered: true) == [])
        #expect(home.states == ["closed"])
    }

    @Test(arguments: [Freshness.retained, .restated])
    func `a copy of a press is no press`(_ freshness: Freshness) {
        var home = Self.home()
        #expect(home.press("pendant", freshness: freshness) == [])
        #expect(home.engine.alerts.isEmpty)
    }

    @Test func `a late press is told at once and with its age`() {
        var home = Self.home()
        #expect(
            home.press("pendant", age: .minutes(14)) == ["say heard", "tell anna raised over anna-app (d1)"])
        #expect(home.orders.last?.message.sentence.contains("14 minutes ago, sent now") == true)
    }

    @Test func `a clock that is not set makes no press late`() {
        var home = Self.home()
        home.setClock(WallTime(milliseconds: 4_000_000_000_000), .unsynchronised)
        #expect(home.press("pendant", age: .days(3_000)) == ["say heard"])
        #expect(home.state(1) == "pending")
    }

    @Test func `a test press does not swallow a real one`() {
        var home = Self.home(preAlert: .zero)
        home.press("pendant", .testPress)
        #expect(home.orders.last?.message.sentence.hasPrefix("TEST: ") == true)
        home.pass(.seconds(30))
        home.press("pendant")
        let areTests = home.engine.alerts.map { $0.isTest }
        #expect(areTests == [true, false])
        #expect(home.orders.last?.message.sentence.hasPrefix("TEST: ") == false)
    }

    // MARK: - Endings

    @Test func `an emergency stays open when its condition ends`() {
        var home = Self.home()
        home.show("smoke", .smoke, true)
        home.answer(.accepted)
        #expect(home.show("smoke", .smoke, false) == ["tell anna updated over anna-app (d2)"])
        #expect(home.state(1) == "raised")
    }

    @Test func `a detector that goes on and off does not pile up messages`() {
        var home = Self.home()
        for _ in 0..<1_000 {
            home.show("smoke", .smoke, true)
            home.pass(.seconds(2))
            home.show("smoke", .smoke, false)
            home.pass(.seconds(2))
        }
        #expect(home.engine.alerts.count == 1)
        #expect(home.engine.deliveries.count < 20)
        #expect(home.engine.alerts.first?.story.count ?? 0 <= Limits.storyInMemory)
    }

    @Test func `an urgent alert is closed when its condition ends`() {
        var home = Self.home { $0.addLeftOpen() }
        home.show("door", .open, true)
        home.pass(.minutes(5))
        #expect(home.state(1) == "raised")
        home.answer(.accepted)
        #expect(home.show("door", .open, false) == ["say closed", "tell anna closed over anna-app (d2)"])
    }

    @Test func `activity within the pre-alert of inactivity is an all clear for nobody`() {
        var home = Self.home { $0.addInactivity(after: .hours(1)) }
        home.pass(.minutes(61))
        #expect(home.state(1) == "pending")
        #expect(home.show("motion", .motion, true) == ["say cancelled"])
        #expect(home.pass(.minutes(30)) == [])
    }

    @Test func `many closed alerts do not pile up in memory`() {
        var home = Self.home(preAlert: .zero)
        for number in 1...300 {
            home.press("pendant")
            home.answer(.accepted)
            home.close(Int64(number), by: "anna")
            home.answer(.accepted)
            home.pass(.seconds(30))
        }
        #expect(home.engine.alerts.count == Limits.closedAlertsInMemory)
        let sequence = home.ledger.story.map { $0.sequence }
        #expect(sequence == Array(1...Int64(sequence.count)))
    }
}
