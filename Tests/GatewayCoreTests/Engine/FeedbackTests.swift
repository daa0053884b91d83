internal import GatewayCore
internal import GatewayTesting
internal import Testing

/// BEHAVIOUR 3: the person at home hears how their call stands, in stages and in plain words.
@Suite struct FeedbackTests {
    private static let failed = DeliveryOutcome.failed(reason: "no answer", retryAfter: nil)

    private static func home(_ change: (inout HomeBuilder) -> Void = { _ in }) -> (EngineDriver, HomeBuilder) {
        var home = HomeBuilder()
        home.addHelpCall()
        change(&home)
        return (EngineDriver(home), home)
    }

    @Test func `the stages come in order, each when it is true`() {
        var (home, _) = Self.home()
        home.press("pendant")
        home.pass(.seconds(10))
        home.answer(Self.failed)
        home.pass(.seconds(1))
        home.answer(.accepted)
        home.pass(.minutes(2))
        home.answer(.accepted)
        home.acknowledge(1, by: "bert")
        home.close(1, by: "bert")
        let stages = home.announcements.map { $0.stage }
        #expect(stages == [.heard, .notGettingThrough, .sent, .nobodyYet, .acknowledged, .closed])
        let phrases = home.announcements.map { $0.phrase }
        #expect(
            phrases == [
                "Help call. I call for help in 10 seconds, unless you cancel.",
                "I cannot reach anybody yet. I keep trying.", "Your call has been sent.",
                "Nobody has answered yet. I keep trying.", "Bert has your call and is dealing with it.",
                "Your call has been closed.",
            ])
    }

    @Test(arguments: [nil, "The {what} is known. All is well."])
    func `of a concern nobody hears that help is called`(_ calm: String?) {
        var home = HomeBuilder()
        home.addRule("opened", priority: .concern, preAlert: .zero, values: ["devices": .devices([DeviceID("door")])])
        var plan = home.plan
        plan.phrases = calm == nil ? [:] : [.heard: "I am calling for help."]
        plan.calmPhrase = calm
        var engine = Engine(plan: plan, snapshot: Snapshot(ledger: "calm"), at: Self.moment(0))
        _ = engine.turn(.started(nil), at: Self.moment(0))
        var said: [String] = []
        for (second, isOpen) in [false, true].enumerated() {
            let moment = Self.moment(1 + second)
            let reading = Reading(
                device: DeviceID("door"), capability: .open, value: .state(isOpen), moment: moment)
            for case .announce(let announcement) in engine.turn(.readings([reading]), at: moment).effects {
                said.append(announcement.phrase)
            }
        }
        #expect(said.count == 1)
        #expect(said.allSatisfy { !$0.contains("for help") }, "\(said)")
        #expect(said.first?.hasSuffix(calm == nil ? "I am telling your contacts." : "All is well.") == true)
    }

    private static func moment(_ seconds: Int) -> Moment {
        Moment(
            boot: .zero + .seconds(seconds), wall: WallTime(milliseconds: 1_780_000_000_000) + .seconds(seconds),
            quality: .synchronised)
    }

    @Test func `with every path down the press is heard at once, and that nobody is reached`() {
        var (home, _) = Self.home()
        for channel in ["anna-app", "anna-sms", "bert-app", "centre"] {
            home.turn(.path(.channel(ChannelID(channel)), .down(reason: "no route")))
        }
        #expect(home.press("pendant") == ["say heard"])
        home.pass(.seconds(10))
        #expect(home.answer(Self.failed).first == "say not_getting_through")
        for _ in 0..<600 {
            home.pass(.seconds(1))
            home.answer(Self.failed)
        }
        let stages = Set(home.announcements.map { $0.stage })
        #expect(stages == [.heard, .notGettingThrough])
    }

    @Test func `after a restart in the middle of a call the person hears how it stands`() {
        var (home, plan) = Self.home()
        home.press("pendant")
        home.pass(.seconds(4))
        #expect(home.restart(after: .seconds(2), with: plan) == ["say heard"])
        #expect(home.announcements.last?.phrase.contains("in 4 seconds") == true)
        #expect(home.pass(.seconds(4)) == ["tell anna raised over anna-app (d1)"])
    }

    @Test func `a siren that may not have been switched off is switched off again`() {
        var (home, plan) = Self.home()
        home.press("pendant")
        home.pass(.seconds(10))
        home.answer(.accepted)
        home.pass(.minutes(5))
        #expect(home.acknowledge(1, by: "anna").contains("siren off"))
        #expect(home.restart(after: .seconds(2), with: plan).contains("siren off"))
        home.pass(.seconds(1))
        home.turn(.tick)
        #expect(!home.restart(after: .seconds(2), with: plan).contains("siren off"))
    }

    @Test func `a siren that is on is on again after a restart`() {
        var (home, plan) = Self.home()
        home.press("pendant")
        home.pass(.seconds(10))
        home.answer(.accepted)
        home.pass(.minutes(5))
        #expect(home.restart(after: .seconds(2), with: plan).contains("siren on"))
    }

    @Test func `faults are not spoken`() {
        var (home, _) = Self.home()
        home.turn(.path(.storage, .down(reason: "full")))
        home.pass(.minutes(1))
        #expect(home.announcements.isEmpty)
    }

    @Test func `own words have their names filled in, and braces in names stay`() {
        var (home, _) = Self.home { $0.contacts[0].name = "{what} {x" }
        home.press("pendant")
        home.pass(.seconds(10))
        home.acknowledge(1, by: "anna")
        #expect(home.announcements.last?.phrase == "{what} {x has your call and is dealing with it.")
    }
}
