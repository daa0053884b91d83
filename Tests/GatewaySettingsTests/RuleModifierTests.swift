import GatewayCore
import GatewaySettings
import Testing

struct RuleModifierTests {
    /// The base home whose rule `cold` is no emergency, so that it can have every modifier.
    private static let text = BaseHome.text.replacing("    priority: emergency\n", with: "    priority: fault\n")

    private func cold(_ lines: String = "") throws -> RuleCommon {
        let result = BaseHome.read(Self.text + lines)
        let settings = try #require(result.settings, "\(BaseHome.report(result))")
        return try #require(settings.plan.rules.first { $0.common.id == RuleID("cold") }).common
    }

    @Test func `every modifier is read`() throws {
        let common = try cold(
            """
                title: It is cold
                pre_alert: 5m
                window: 22:00-06:30
                modes: [night, home]
                resident: margaret
                clears_after: 10m
                after_gap: restart
                shadow: true
                muted_by: [fire, bridge zigbee]
                remind_every: 1m

            """)
        #expect(common.window?.clock == "22:00–06:30")
        #expect(common.modes == [.night, .home])
        #expect(common.resident == ResidentID("margaret"))
        #expect(common.clearsAfter == .minutes(10))
        #expect(common.gap == .restart)
        #expect(common.isShadow)
        #expect(common.mutedBy == [RuleID("fire"), RuleID("path/bridge zigbee")])
        #expect(common.remindsEvery == .minutes(1))
    }

    @Test func `a rule without modifiers has none`() throws {
        let common = try cold()
        #expect(common.window == nil && common.modes.isEmpty && common.resident == nil && common.gap == nil)
        #expect(common.clearsAfter == .zero && !common.isShadow && common.mutedBy.isEmpty)
        #expect(common.remindsEvery == nil)
    }

    @Test(arguments: [
        "window: 22:00-06:00", "modes: [night]", "resident: margaret", "clears_after: 1m", "after_gap: pause",
        "shadow: true",
    ])
    func `another modifier is another rule, which remembers nothing of the first`(_ line: String) throws {
        #expect(try cold("    \(line)\n").fingerprint != cold().fingerprint)
    }

    /// Neither touches what a hold or a count has reached.
    @Test(arguments: ["title: It is cold", "muted_by: [fire]", "shadow: false", "clears_after: 0s"])
    func `what does not change a rule's meaning keeps its memory`(_ line: String) throws {
        #expect(try cold("    \(line)\n").fingerprint == cold().fingerprint)
    }

    @Test func `the order of modes says nothing`() throws {
        let first = try cold("    modes: [night, away]\n").fingerprint
        #expect(try cold("    modes: [away, night]\n").fingerprint == first)
        #expect(try cold("    modes: [away]\n").fingerprint != first)
    }

    @Test func `rooms stand for the devices in them that serve the rule`() throws {
        let text = BaseHome.text
            .replacing(
                "    devices: [pendant, cord, radio]\n",
                with: "    devices: [pendant, radio]\n    rooms: [bathroom]\n")
            .replacing("    devices: [smoke]\n", with: "    rooms: [hall]\n")
        let result = BaseHome.read(text)
        let rules = try #require(result.settings, "\(BaseHome.report(result))").plan.rules
        #expect(rules[0].watched.map(\.device.name) == ["pendant", "radio", "cord"])
        #expect(rules[1].watched.map(\.device.name) == ["smoke"])
        // However it is written, it is the same rule.
        let spelt = try #require(BaseHome.read().settings).plan.rules
        #expect(rules.map(\.common.fingerprint) == spelt.map(\.common.fingerprint))
    }
}
