import GatewayCore
import LinuxSupport
import Testing

@testable import GatewayDaemon

/// Why something was, and why something was not, as the running gateway tells it.
struct ExplainingDeskTests {
    private static let rules = """
          cold: {kind: threshold, title: The room is cold, devices: [thermometer], capability: temperature, below: 15, hold: 2h}
          warm: {kind: threshold, devices: [thermometer], capability: temperature, above: 28, modes: [holiday]}
          trial: {kind: rate, devices: [thermometer], capability: temperature, falls_by: 5, within: 1h, shadow: true}

        """

    private func withDesk(_ body: (RunningLoop, ControlDesk) async throws -> Void) async throws {
        try await withFolder { folder in
            let home = TestFolder.home.replacing("alerts:", with: Self.rules + "alerts:")
            try folder.write(home.replacing("  fault: {rungs", with: "  urgent: {rungs: [{tell: [anna], wait: 1h}]}\n  fault: {rungs"))
            let loop = try RunningLoop(folder)
            let desk = ControlDesk(inbox: loop.inbox, complete: { _ in }, reload: { .done("") })
            try await body(loop, desk)
            await loop.stop()
        }
    }

    /// Asks off Swift's pool: the desk blocks until the engine has answered.
    private func answer(_ desk: ControlDesk, _ request: ControlRequest) async -> ControlResponse {
        await BackgroundThread.result(name: "asks") { desk.answer(request) }
    }

    private func rule(_ desk: ControlDesk, _ name: String) async -> RuleAccount? {
        guard case .rule(let account) = await answer(desk, .rule(RuleID(name))) else { return nil }
        return account
    }

    private func refusal(_ desk: ControlDesk, _ request: ControlRequest) async -> String? {
        guard case .refused(let sentence) = await answer(desk, request) else { return nil }
        return sentence
    }

    @Test func `an alert is told from what was read to who was told`() async throws {
        try await withDesk { loop, desk in
            loop.arrive("pendant", #"{"action":"emergency"}"#)
            #expect(await eventually { await loop.look { engine, _ in engine.alerts.count } == 1 })
            let alert = try #require(await loop.look { engine, _ in engine.alerts.first })
            guard case .story(let account) = await answer(desk, .story(alert.id)) else {
                Issue.record("The answer is another one.")
                return
            }
            #expect(account.finder?.rule == RuleID("help"))
            #expect(account.finder?.kind == "help_call")
            #expect(account.signs.map(\.words) == ["pendant: help call"])
            #expect(account.told == ["Anna"])
            #expect(account.lines.map(\.kind).starts(with: [.noticed, .raised, .rung, .told]))
            #expect(account.lines.map(\.text).contains("Rung 1 of 1: Anna."))
            let text = account.text
            #expect(text.first == "\(alert.id): emergency, Help call: help, now raised", "\(text)")
            #expect(text.contains { $0.hasSuffix("read      pendant: help call") }, "\(text)")
            #expect(text.contains { $0.contains("found by the rule help (help_call: help)") }, "\(text)")
            #expect(text.last == "told: Anna", "\(text)")
        }
    }

    @Test func `an alert that nobody knows is refused in a sentence`() async throws {
        try await withDesk { _, desk in
            let sentence = await refusal(desk, .story(AlertID(ledger: "nobody", number: 7)))
            #expect(sentence?.hasPrefix("There is no alert nobody-7 in memory or in the ledger") == true)
        }
    }

    @Test func `a rule says why it raises nothing`() async throws {
        try await withDesk { loop, desk in
            #expect(await rule(desk, "cold")?.verdict.hasPrefix("Whether what it watches for is so is not known") == true)
            #expect(await rule(desk, "cold")?.text.contains("  thermometer: temperature: never told") == true)
            loop.arrive("thermometer", #"{"temperature":12.5}"#, isAlarm: false)
            #expect(await eventually { await loop.look { _, figures in figures.readings } > 0 })
            let cold = try #require(await rule(desk, "cold"))
            #expect(cold.verdict.hasPrefix("What it watches for is so; it must last until "), "\(cold.verdict)")
            #expect(cold.text.contains { $0.hasPrefix("  thermometer: temperature below 15 °C: yes, since ") })
            #expect(cold.text.contains { $0.hasPrefix("  thermometer: temperature 12.5 °C, told ") }, "\(cold.text)")
            let warm = try #require(await rule(desk, "warm"))
            #expect(
                warm.verdict
                    == "It would tell nobody just now: it is meant for the mode holiday, and the mode is home.")
            #expect(await rule(desk, "trial")?.verdict.hasSuffix(" It is on trial, and would tell nobody.") == true)
            #expect(await rule(desk, "battery/thermometer")?.standing.kind == "battery")
        }
    }

    @Test func `a rule that cannot see says because of what`() async throws {
        try await withDesk { loop, desk in
            loop.inbox.post(.path(.bridge(BridgeID("zigbee")), .down(reason: "the bridge says that it is offline")))
            #expect(await eventually { await rule(desk, "cold")?.standing.blindness == ["bridge zigbee"] })
            let verdict = await rule(desk, "cold")?.verdict
            #expect(verdict == "It cannot see, because of bridge zigbee: nobody is told when it is too high or too low.")
        }
    }

    @Test func `a rule that is not there is refused with the one that was probably meant`() async throws {
        try await withDesk { _, desk in
            #expect(await refusal(desk, .rule(RuleID("colt"))) == "No rule `colt` is running; did you mean `cold`?")
        }
    }
}
