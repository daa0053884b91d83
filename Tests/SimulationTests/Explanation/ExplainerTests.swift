internal import GatewayCore
internal import GatewayTesting
internal import Simulation
internal import Testing

/// What would come of something, found with the very engine.
@Suite struct ExplainerTests {
    private func outcome(_ explanation: Explanation, _ rule: String) -> ExplainedRule.Outcome? {
        explanation.rules.first { $0.rule == RuleID(rule) }?.outcome
    }

    @Test func `a press is told rung by rung, with what each sees and what she hears`() throws {
        var home = HomeBuilder()
        home.addHelpCall()
        home.contacts[1].shares = [.name, .access]
        home.receivers = [ChannelID("centre")]
        let explanation = try SupposedTime.explain(home, "cord", "press", at: "03:00", mode: .night)
        let expected = """
            the cord: help call
            Saturday 2026-11-28, 03:00:00 (Europe/Brussels), mode night
            supposing that everything arrives, nobody answers, and nothing else happens in the home

            rules that watch this
            └─ help_call: raises an emergency at once

            emergency: Help call: Rule help_call (help_call)
            ├─ 03:00:00  +0s
            │  ├─ noticed; for 10s the person can still cancel
            │  └─ the person is told "Help call. I call for help in 10 seconds, unless you cancel." (voice)
            ├─ 03:00:10  +10s
            │  ├─ nobody cancelled: people are told
            │  ├─ rung 1 of 2: Anna, with 2m to take it
            │  │  └─ Anna over anna-app: "Help call from Margaret in the bathroom at 03:00."
            │  │     ├─ sees what and when, who (Margaret), address (12 Mill Lane), room (the bathroom), the story
            │  │     └─ not access, readings
            │  └─ the person is told "Your call has been sent." (voice)
            ├─ 03:02:10  +2m10s
            │  ├─ the person is told "Nobody has answered yet. I keep trying." (voice)
            │  └─ rung 2 of 2: Bert and Mill Valley centre, with 3m to take it
            │     ├─ Bert over bert-app: "Help call from Margaret at 03:00, 2 minutes ago, sent now."
            │     │  ├─ sees what and when, who (Margaret), how to get in
            │     │  └─ not address, room, readings, story
            │     └─ Mill Valley centre over centre: an event in codes, of device 2
            ├─ 03:05:10  +5m10s
            │  ├─ the person is told "Nobody has answered yet. I keep trying." (voice)
            │  └─ nobody has taken it: the siren switched on
            └─ 03:07:10  +7m10s
               ├─ the person is told "Nobody has answered yet. I keep trying." (voice)
               └─ again from the top, for as long as nobody takes it; the waits grow up to 10m
            """
        #expect(SupposedTime.text(explanation, home) == expected)
    }

    @Test func `a state must last its hold, and then it is raised`() throws {
        var home = HomeBuilder()
        home.addLeftOpen(hold: .minutes(5))
        let short = try SupposedTime.explain(home, "door", "open", for: .minutes(4))
        #expect(short.alerts == [])
        #expect(outcome(short, "left_open") == .raisesNothing(#"it needs "open" for another 5m"#))
        let long = try SupposedTime.explain(home, "door", "open", for: .minutes(6))
        #expect(long.alerts.map(\.kind) == [.leftOpen])
        #expect(outcome(long, "left_open") == .raises(after: .minutes(5)))
        // It ends by itself a minute later, and those who were told learn it.
        #expect(long.alerts[0].steps.contains { $0.what == .over(state: "closed") && $0.after == .minutes(6) })
        #expect(long.alerts[0].steps.compactMap(\.telling).map(\.message.kind) == [.raised, .closed])
    }

    @Test func `a rule that waits says for what, and is told when that is over`() throws {
        var home = HomeBuilder()
        home.addRule("left_open", values: ["devices": .devices([DeviceID("door")]), "hold": .duration(.minutes(5))]) {
            $0.window = DayWindow(from: TimeOfDay(minutes: 1_320), to: TimeOfDay(minutes: 360))
        }
        let waiting = try SupposedTime.explain(home, "door", "open", at: "20:00")
        #expect(outcome(waiting, "left_open") == .raises(after: .hours(2)))
        #expect(waiting.rules.first?.waits.map(\.words) == ["it applies at 22:00–06:00 only"])
        let over = try SupposedTime.explain(home, "door", "open", at: "20:00", for: .hours(1))
        #expect(outcome(over, "left_open") == .raisesNothing("it applies at 22:00–06:00 only"))
        let text = SupposedTime.text(over, home)
        #expect(text.contains("Nothing is raised, and nobody is told."), "\(text)")
    }

    @Test func `a mode keeps a rule back, and never an emergency`() throws {
        var home = HomeBuilder()
        home.addHelpCall(preAlert: .zero)
        home.addRule("opened", values: ["devices": .devices([DeviceID("door")])]) { $0.modes = [.night, .away] }
        let atHome = try SupposedTime.explain(home, "door", "open")
        #expect(
            outcome(atHome, "opened")
                == .raisesNothing("it is meant for the modes night and away, and the mode is home"))
        let away = try SupposedTime.explain(home, "door", "open", mode: .away)
        #expect(outcome(away, "opened") == .raises(after: .zero))
        for mode in HomeMode.allCases {
            let press = try SupposedTime.explain(home, "pendant", "press", mode: mode)
            #expect(press.alerts.map(\.priority) == [.emergency])
            #expect(press.mode == mode)
        }
    }

    @Test func `a rule on trial finds it and tells nobody`() throws {
        var home = HomeBuilder()
        home.addRule("left_open", values: ["devices": .devices([DeviceID("door")]), "hold": .duration(.minutes(5))]) {
            $0.isShadow = true
        }
        let explanation = try SupposedTime.explain(home, "door", "open")
        #expect(outcome(explanation, "left_open") == .isOnTrial(after: .minutes(5)))
        #expect(explanation.alerts.flatMap(\.told) == [])
        #expect(explanation.foremost == nil)
    }

    @Test func `what would be raised in any case is no consequence`() throws {
        var home = HomeBuilder()
        home.addInactivity(after: .hours(8))
        home.addHelpCall()
        let press = try SupposedTime.explain(home, "pendant", "press")
        #expect(press.alerts.map(\.kind) == [.helpCall])
        // A door that opens is activity, and moves the alert; it is raised in any case.
        let door = try SupposedTime.explain(home, "door", "open")
        #expect(outcome(door, "inactivity") == .raisesAnyway)
        #expect(door.alerts == [])
    }

    @Test func `nobody in the home does anything, and the devices are well`() throws {
        var home = HomeBuilder()
        for place in home.devices.indices { home.devices[place].supervision = .report(silentAfter: .hours(2)) }
        home.addInactivity(after: .hours(8), preAlert: .minutes(5))
        let explanation = try SupposedTime.explain(home, "home", "no activity", at: "07:00")
        #expect(explanation.alerts.map(\.kind) == [.inactivity])
        #expect(explanation.alerts.first?.noticed == .hours(8))
        #expect(explanation.alerts.first?.preAlert == .minutes(5))
        let said = explanation.alerts.first?.said.filter { $0 != .reminder }
        #expect(said?.prefix(3) == [.heard, .sent, .nobodyYet])
        let short = try SupposedTime.explain(home, "home", "no activity", at: "07:00", for: .hours(7))
        #expect(short.alerts.map(\.noticed) == [.hours(15)], "the count begins anew with what is seen after it")
    }

    @Test func `a device that is silent is a fault, and says which rules are blind`() throws {
        var home = HomeBuilder()
        home.addLeftOpen()
        if let door = home.devices.firstIndex(where: { $0.id == DeviceID("door") }) {
            home.devices[door].supervision = .report(silentAfter: .hours(50))
        }
        let explanation = try SupposedTime.explain(home, "door", "silent")
        #expect(explanation.alerts.map(\.kind) == [.deviceSilence])
        #expect(explanation.alerts.first?.noticed ?? .zero > .hours(49))
        #expect(explanation.alerts.first?.told == [ContactID("bert")])
        #expect(
            explanation.alerts.first?.detail
                == "Blind meanwhile: Rule left_open (nobody is called when it stays open).")
        #expect(outcome(explanation, "left_open") == .raisesNothing("it becomes blind: nobody is called when it stays open"))
    }

    @Test func `a receiver whose acceptance counts ends the ladder`() throws {
        var home = HomeBuilder()
        home.addHelpCall(preAlert: .zero)
        home.contacts[0].acceptanceAcknowledges = true
        let explanation = try SupposedTime.explain(home, "pendant", "press")
        let alert = try #require(explanation.foremost)
        #expect(alert.told == [ContactID("anna")])
        #expect(alert.time(ofRung: 2) == nil)
        #expect(alert.steps.contains { $0.what == .taken(ContactID("anna"), name: "Anna", comesBack: .minutes(30)) })
    }

    @Test func `a test press is a test to the end`() throws {
        var home = HomeBuilder()
        home.addHelpCall(preAlert: .zero)
        let explanation = try SupposedTime.explain(home, "pendant", "test")
        #expect(explanation.foremost?.isTest == true)
        #expect(explanation.foremost?.steps.lazy.compactMap(\.telling).first?.message.sentence.hasPrefix("TEST: ") == true)
        #expect(SupposedTime.text(explanation, home).contains("\nTEST, emergency: "))
    }

    @Test func `a number is measured against what is usual before and after`() throws {
        var home = HomeBuilder()
        home.addCold(below: 14, hold: .hours(1))
        home.addRule(
            "rate",
            values: [
                "devices": .devices([DeviceID("thermometer")]), "capability": .capability(.temperature),
                "falls_by": .quantity(Quantity(thousandths: 5_000)), "within": .duration(.hours(1)),
            ])
        let cold = try SupposedTime.explain(home, "thermometer", "temperature 12.5")
        #expect(cold.what == "the thermometer: temperature 12.5 °C")
        #expect(outcome(cold, "threshold") == .raises(after: .hours(1)))
        #expect(outcome(cold, "rate") == .raises(after: .zero))
        let cool = try SupposedTime.explain(home, "thermometer", "temperature 17")
        #expect(outcome(cool, "threshold") == .raisesNothing(#"it needs "temperature below 14 °C""#))
        let brief = try SupposedTime.explain(home, "thermometer", "temperature 12.5", for: .minutes(30))
        #expect(
            outcome(brief, "threshold")
                == .raisesNothing(#"it needs "temperature below 14 °C" for another 1h"#))
    }

    @Test(.ownThread) func `every device of a home with every kind of rule can be asked about at any hour`() throws {
        let home = HomeBuilder.everyKind()
        let plan = home.plan
        for device in plan.home.devices {
            for capability in device.capabilities {
                let value: ReadingValue =
                    switch capability.kind {
                    case .event: .happened
                    case .state: .state(true)
                    case .number: .number(capability.range?.lowerBound ?? Quantity(thousandths: 0))
                    }
                let supposition = Supposition(
                    .told(device.id, capability, value), at: SupposedTime.on("23:30"), lasts: nil)
                let explanation = Explainer(plan).explain(supposition)
                #expect(explanation.alerts.allSatisfy { !$0.steps.isEmpty })
                for alert in explanation.alerts where !alert.isOnTrial {
                    // Each ends in something: again from the top, taken, or over.
                    let last = alert.steps.contains { step in
                        switch step.what {
                        case .again, .over, .taken, .nobody: true
                        default: false
                        }
                    }
                    #expect(last, "\(alert.source) by \(device.id) \(capability.rawValue)")
                }
            }
        }
    }
}
