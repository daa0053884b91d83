internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// What every rule can have: muting, trial, clearing delay, reminders, gaps.
@Suite struct ModifierTests {
    private static func home(
        _ modifiers: (inout RuleCommon) -> Void, preAlert: Duration? = nil,
        _ change: (inout HomeBuilder) -> Void = { _ in }
    ) -> (EngineDriver, HomeBuilder) {
        var home = HomeBuilder()
        home.addRule(
            "left_open", preAlert: preAlert,
            values: ["devices": .devices([DeviceID("door")]), "hold": .duration(.minutes(5))], modifiers: modifiers)
        change(&home)
        return (EngineDriver(home), home)
    }

    // MARK: - Muting

    @Test func `a consequence waits while its cause is open, and is told if it outlasts it`() {
        var (home, _) = Self.home({ $0.mutedBy = [RuleID("threshold")] }) { $0.addCold() }
        home.measure("thermometer", .temperature, 5_000)
        home.show("door", .open, true)
        home.pass(.minutes(10))
        #expect(home.engine.alerts.map(\.kind) == [.temperatureLow])
        #expect(home.story(1).contains("Not told separately: Rule left_open (the door)."))
        home.measure("thermometer", .temperature, 20_000)
        #expect(home.engine.alerts.map(\.kind) == [.temperatureLow, .leftOpen])
        #expect(home.states == ["closed", "raised"])
    }

    @Test func `a consequence that ends before its cause is never told`() {
        var (home, _) = Self.home({ $0.mutedBy = [RuleID("threshold")] }) { $0.addCold() }
        home.measure("thermometer", .temperature, 5_000)
        home.show("door", .open, true)
        home.pass(.minutes(10))
        home.show("door", .open, false)
        home.measure("thermometer", .temperature, 20_000)
        home.pass(.hours(1))
        #expect(home.engine.alerts.map(\.kind) == [.temperatureLow])
    }

    @Test func `who cancels one thing has not cancelled what it kept back`() {
        var (home, _) = Self.home({ $0.mutedBy = [RuleID("first")] }, preAlert: .minutes(2)) { home in
            home.addHelpCall()
            home.addRule("help_call", "second", values: ["devices": .devices([DeviceID("pendant")])])
            home.addRule(
                "left_open", "first", preAlert: .minutes(30),
                values: ["devices": .devices([DeviceID("door")]), "hold": .duration(.minutes(1))])
        }
        home.show("door", .open, true)
        home.pass(.minutes(10))
        #expect(home.states == ["pending"])
        // Two rules hear of the cancel.
        home.press("pendant", .cancel)
        #expect(home.states == ["cancelled", "pending"])
        home.press("pendant", .cancel)
        #expect(home.states == ["cancelled", "cancelled"])
    }

    @Test func `a path mutes what follows from it`() {
        var (home, _) = Self.home({ $0.mutedBy = [RuleID("path/storage")] })
        home.turn(.path(.storage, .down(reason: "full")))
        home.show("door", .open, true)
        home.pass(.minutes(10))
        #expect(home.engine.alerts.map(\.kind) == [.storageFault])
        home.turn(.path(.storage, .up))
        #expect(home.engine.alerts.map(\.kind) == [.storageFault, .leftOpen])
    }

    @Test func `rules that mute one another mute nothing`() {
        func modify(_ common: inout RuleCommon, _ cause: String) {
            common.mutedBy = [RuleID(cause)]
            common.modes = [.night]
        }
        var (home, _) = Self.home({ modify(&$0, "second") }) { home in
            home.addRule(
                "left_open", "second", values: ["devices": .devices([DeviceID("door")]), "hold": .duration(.minutes(5))]
            ) { modify(&$0, "left_open") }
        }
        home.show("door", .open, true)
        home.pass(.hours(1))
        #expect(home.states == [])
        // Both have something to tell by now.
        home.turn(.mode(.night, until: nil, source: "page"))
        #expect(home.states == ["raised"])
    }

    // MARK: - Trial

    @Test func `a rule on trial records what it finds and tells nobody`() {
        var (home, _) = Self.home({ $0.isShadow = true })
        home.show("door", .open, true)
        #expect(home.pass(.hours(9)) == [])
        #expect(home.states == ["raised"])
        #expect(home.engine.alerts[0].isShadow)
        #expect(home.show("door", .open, false) == [])
        #expect(home.states == ["closed"])
        #expect(home.announcements == [])
    }

    @Test func `the end of a trial does not swallow what is still so`() {
        var (home, _) = Self.home({ $0.isShadow = true })
        home.show("door", .open, true)
        home.pass(.hours(1))
        let (_, real) = Self.home({ _ in })
        home.adopt(real)
        home.pass(.minutes(6))
        #expect(home.engine.alerts.contains { $0.isOpen && !$0.isShadow })
        #expect(home.orders.isEmpty == false)
    }

    @Test func `what is on trial mutes nothing`() {
        var (home, _) = Self.home({ $0.isShadow = true }) { home in
            home.addCold()
            home.removeRule("threshold")
            home.addRule(
                "threshold",
                values: [
                    "devices": .devices([DeviceID("thermometer")]), "capability": .capability(.temperature),
                    "below": .quantity(Quantity(thousandths: 10_000)),
                ]
            ) { $0.mutedBy = [RuleID("left_open")] }
        }
        home.show("door", .open, true)
        home.pass(.minutes(5))
        home.measure("thermometer", .temperature, 5_000)
        #expect(home.engine.alerts.map(\.kind) == [.leftOpen, .temperatureLow])
    }

    // MARK: - Clearing delay

    @Test func `what flaps is one alert`() {
        var (home, plan) = Self.home({ $0.clearsAfter = .minutes(20) })
        home.show("door", .open, true)
        home.pass(.minutes(5))
        for _ in 0..<6 {
            home.show("door", .open, false)
            home.pass(.minutes(10))
            home.show("door", .open, true)
            home.pass(.minutes(6))
        }
        #expect(home.states == ["raised"])
        home.show("door", .open, false)
        home.restart(after: .minutes(5), with: plan)
        home.pass(.minutes(14))
        #expect(home.states == ["raised"])
        home.pass(.minutes(1))
        #expect(home.states == ["closed"])
    }

    // MARK: - Reminders

    @Test func `the person is reminded until the pre-alert is over`() {
        var (home, _) = Self.home({ $0.remindsEvery = .minutes(2) }, preAlert: .minutes(5))
        home.show("door", .open, true)
        home.pass(.minutes(5))
        #expect(home.announcements.map(\.stage) == [.heard])
        home.pass(.minutes(5))
        #expect(home.announcements.map(\.stage) == [.heard, .reminder, .reminder])
        #expect(home.states == ["raised"])
    }

    @Test func `who was reminded hears what becomes of the call as anybody does`() {
        var (home, _) = Self.home({ $0.remindsEvery = .minutes(2) }, preAlert: .minutes(5))
        home.show("door", .open, true)
        home.pass(.minutes(10))
        home.answer(.failed(reason: "no answer", retryAfter: nil), "anna-app")
        #expect(home.announcements.map(\.stage) == [.heard, .reminder, .reminder, .notGettingThrough])
        home.answer(.accepted)
        #expect(home.announcements.map(\.stage).last == .sent)
    }

    @Test func `reminders go on after a restart and stop when all is well`() {
        var (home, plan) = Self.home({ $0.remindsEvery = .minutes(2) }, preAlert: .minutes(9))
        home.show("door", .open, true)
        home.pass(.minutes(5))
        home.restart(after: .minutes(3), with: plan)
        home.pass(.minutes(2))
        #expect(home.announcements.map(\.stage) == [.heard, .reminder, .reminder])
        home.turn(.okay(source: "page"))
        home.pass(.hours(1))
        #expect(home.states == ["cancelled"])
        #expect(home.announcements.last?.stage == .cancelled)
    }

    // MARK: - Gaps

    @Test(arguments: zip(GapHandling.allCases, [Int64(0), 3, 5]))
    func `an outage counts, or not, or begins anew`(_ gap: GapHandling, _ minutesLeft: Int64) {
        var (home, plan) = Self.home({ $0.gap = gap })
        home.show("door", .open, true)
        home.pass(.minutes(2))
        home.restart(after: .minutes(30), with: plan)
        if minutesLeft > 0 {
            home.pass(.minutes(minutesLeft) - .seconds(1))
            #expect(home.states == [])
            home.pass(.seconds(1))
        }
        #expect(home.states == ["raised"])
    }
}
