import GatewayCore
import GatewayTesting
import Testing

/// Outputs that say what they did: asked again, a fault when they stay silent, and off in time.
struct OutputTests {
    private static func plan(
        answersAlways: Bool = true, limit: Duration? = nil, change: (inout HomeBuilder) -> Void = { _ in }
    ) -> HomeBuilder {
        var plan = HomeBuilder()
        plan.addHelpCall(preAlert: .zero)
        plan.outputs[1] = Output(
            id: OutputID("siren"), name: "the siren in the hall",
            connection: .mqtt(
                MQTTOutput(
                    intake: IntakeID("broker"), topic: "siren/set", on: "ON", off: "OFF",
                    confirmation: OutputConfirmation(
                        places: [.init(topic: "siren")], on: ["ON"], off: ["OFF"], answersAlways: answersAlways))),
            kind: .siren, limit: limit)
        change(&plan)
        return plan
    }

    /// A call that nobody takes, up to the siren.
    private func untaken(_ plan: HomeBuilder = plan()) -> EngineDriver {
        var home = EngineDriver(plan)
        home.press("pendant")
        home.answer(.accepted)
        home.pass(.minutes(2))
        home.answer(.accepted)
        #expect(home.pass(.minutes(3)).contains("siren on"))
        return home
    }

    private static func said(_ isOn: Bool) -> Event { .output(OutputReport(output: OutputID("siren"), isOn: isOn)) }

    private func fault(_ home: EngineDriver) -> Alert? { home.engine.alerts.first { $0.kind == .gatewayFault } }

    @Test func `an output that says what it did is asked once`() {
        var home = untaken()
        home.turn(Self.said(true))
        #expect(!home.pass(.minutes(1)).contains("siren on"))
        #expect(fault(home) == nil)
    }

    @Test func `one that does not is asked again, a few times, and is then a fault`() throws {
        var home = untaken()
        let lines = home.pass(.seconds(60))
        #expect(lines.count { $0 == "siren on" } == Limits.outputAttempts - 1)
        let told = try #require(fault(home))
        #expect(told.state == .raised && told.priority == .fault)
        #expect(told.title.contains("the siren in the hall did not answer when it was switched on"))
        #expect(lines.contains { $0.hasPrefix("tell bert raised") })
    }

    @Test func `the fault closes by itself when the output is heard again`() {
        var home = untaken()
        home.pass(.seconds(60))
        home.turn(Self.said(true))
        #expect(fault(home)?.state.name == "closed")
    }

    @Test func `a siren that does not go off is a fault, and is asked once a minute until it does`() throws {
        var home = untaken()
        home.turn(Self.said(true))
        #expect(home.acknowledge(1, by: "anna").contains("siren off"))
        home.pass(.minutes(1))
        #expect(try #require(fault(home)).title.contains("did not answer when it was switched off"))
        let lines = home.pass(.minutes(10))
        #expect(lines.count { $0 == "siren off" } == 10)
        home.turn(Self.said(false))
        #expect(fault(home)?.state.name == "closed")
        #expect(!home.pass(.minutes(10)).contains("siren off"))
    }

    @Test func `it is asked for an hour, and again when the broker was away`() {
        var home = untaken()
        home.turn(Self.said(true))
        #expect(home.close(1, by: "anna").contains("siren off"))
        let lines = home.pass(.hours(3))
        #expect(lines.count { $0 == "siren off" } == Limits.outputAttempts - 1 + Limits.outputReminders)
        #expect(home.engine.alerts.count { $0.kind == .gatewayFault } == 1)
        home.turn(.path(.intake(IntakeID("broker")), .down(reason: "away")))
        #expect(home.turn(.path(.intake(IntakeID("broker")), .up)).contains("siren off"))
    }

    @Test func `one that is to be on again is no longer asked to be off`() {
        var home = untaken()
        home.turn(Self.said(true))
        home.acknowledge(1, by: "anna")
        // What was taken and not closed begins anew.
        var lines: [String] = []
        while !lines.contains("siren on"), lines.count < 1_000 { lines += home.pass(.minutes(1)) + ["a minute"] }
        #expect(lines.contains("siren on"))
        home.turn(Self.said(true))
        #expect(!home.pass(.minutes(2)).contains("siren off"))
    }

    @Test func `what it was before is no answer`() {
        var home = untaken()
        home.turn(Self.said(false))
        #expect(home.pass(.seconds(60)).contains("siren on"))
        #expect(fault(home) != nil)
    }

    @Test func `an answer after the second try is in time`() {
        var home = untaken()
        #expect(home.pass(Limits.outputAnswers) == ["siren on"])
        home.turn(Self.said(true))
        home.pass(.minutes(1))
        #expect(fault(home) == nil)
    }

    @Test func `one that only tells of changes is not asked twice for what it already is`() {
        var home = untaken(Self.plan(answersAlways: false))
        home.turn(Self.said(true))
        // The next round switches it on again.
        let lines = home.pass(.minutes(8))
        #expect(lines.count { $0 == "siren on" } == 1)
        #expect(fault(home) == nil)
    }

    @Test func `while the broker is away it is the broker's fault, and the output is asked when it is back`() {
        var home = untaken()
        home.turn(Self.said(true))
        home.turn(.path(.intake(IntakeID("broker")), .down(reason: "away")))
        #expect(home.acknowledge(1, by: "anna").contains("siren off"))
        home.pass(.minutes(1))
        #expect(fault(home) == nil)
        #expect(home.turn(.path(.intake(IntakeID("broker")), .up)).contains("siren off"))
        home.turn(Self.said(false))
        #expect(!home.pass(.minutes(1)).contains("siren off"))
        #expect(fault(home) == nil)
    }

    @Test func `a siren is off after its time, and on again with the next round`() {
        var home = untaken(Self.plan(limit: .minutes(1)))
        home.turn(Self.said(true))
        #expect(home.pass(.minutes(1)).contains("siren off"))
        home.turn(Self.said(false))
        #expect(home.state(1) == "raised")
        #expect(home.story(1).contains("the siren in the hall has been on for as long as it may and is off."))
        #expect(home.pass(.minutes(7)).contains("siren on"))
    }

    @Test func `a siren whose time ran out while the gateway was off does not sound again at the start`() {
        let plan = Self.plan(limit: .minutes(1)) { $0.escalations[0].repeatAfter = .minutes(30) }
        var home = untaken(plan)
        home.turn(Self.said(true))
        let lines = home.restart(after: .minutes(5), with: plan)
        #expect(lines.contains("siren off") && !lines.contains("siren on"))
        home.turn(Self.said(false))
        #expect(!home.restart(after: .seconds(5), with: plan).contains { $0.hasPrefix("siren") })
    }

    @Test func `a restart forgets no siren that is on, and no command that was not confirmed`() {
        let plan = Self.plan()
        var home = untaken(plan)
        home.turn(Self.said(true))
        #expect(home.restart(after: .seconds(2), with: plan).contains("siren on"))
        home.turn(Self.said(true))
        home.acknowledge(1, by: "anna")
        home.pass(.seconds(1))
        #expect(home.restart(after: .seconds(2), with: plan).contains("siren off"))
        home.turn(Self.said(false))
        #expect(!home.restart(after: .seconds(2), with: plan).contains { $0.hasPrefix("siren") })
    }

    @Test func `an output that the settings no longer have is waited for no longer`() {
        var home = untaken()
        var without = HomeBuilder()
        without.addHelpCall(preAlert: .zero)
        without.escalations[0].lastAction = []
        without.outputs = [without.outputs[0]]
        home.adopt(without)
        home.pass(.minutes(2))
        #expect(fault(home) == nil)
    }

    @Test func `what nobody asked for is heard and does nothing`() {
        var home = EngineDriver(Self.plan())
        #expect(home.turn(Self.said(true)).isEmpty)
        #expect(home.turn(.output(OutputReport(output: OutputID("voice"), isOn: true))).isEmpty)
        #expect(home.turn(.output(OutputReport(output: OutputID("nothing"), isOn: true))).isEmpty)
        #expect(home.engine.alerts.isEmpty)
    }

    /// A port keeps nothing: a siren that was told while it was away would never go off.
    @Test func `a siren behind a port that says nothing is told once more when the port is back`() {
        let plan = Self.plan { plan in
            plan.outputs[1].connection = .serial(
                SerialOutput(intake: IntakeID("broker"), serialProtocol: .rfxtrx, on: [1], off: [0]))
        }
        var home = untaken(plan)
        home.turn(.path(.intake(IntakeID("broker")), .down(reason: "unplugged")))
        #expect(home.turn(.path(.intake(IntakeID("broker")), .up)).contains("siren on"))
        #expect(!home.turn(.path(.intake(IntakeID("broker")), .up)).contains("siren on"))
        home.turn(.path(.intake(IntakeID("broker")), .down(reason: "unplugged")))
        #expect(home.acknowledge(1, by: "anna").contains("siren off"))
        home.turn(.path(.output(OutputID("siren")), .down(reason: "its port took nothing")))
        #expect(home.turn(.path(.intake(IntakeID("broker")), .up)).contains("siren off"))
        home.turn(.path(.output(OutputID("siren")), .up))
        home.turn(.path(.intake(IntakeID("broker")), .down(reason: "unplugged")))
        #expect(!home.turn(.path(.intake(IntakeID("broker")), .up)).contains("siren off"))
    }

    /// At a start the port opens after the outputs were told, and was never said to be away.
    @Test func `a siren that its port did not take at the start is told when the port opens`() {
        let plan = Self.plan { plan in
            plan.outputs[1].connection = .serial(
                SerialOutput(intake: IntakeID("broker"), serialProtocol: .rfxtrx, on: [1], off: [0]))
        }
        var home = untaken(plan)
        #expect(home.restart(after: .seconds(5), with: plan).contains("siren on"))
        home.turn(.path(.output(OutputID("siren")), .down(reason: "its port took nothing")))
        #expect(home.turn(.path(.intake(IntakeID("broker")), .up)) == ["siren on"])
        home.turn(.path(.output(OutputID("siren")), .up))
        #expect(fault(home) == nil)
    }
}
