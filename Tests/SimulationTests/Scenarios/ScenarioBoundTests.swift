internal import GatewayCore
internal import GatewayTesting
internal import Simulation
internal import Testing

/// What no scenario can ask for, however it is written.
@Suite struct ScenarioBoundTests {
    private static func problem(_ text: String) -> String? {
        do throws(ScenarioProblems) {
            _ = try ScenarioParser.parseAll(text)
            return nil
        } catch {
            return error.description
        }
    }

    @Test func `nothing happens and nothing is expected after the run has ended`() {
        #expect(
            Self.problem("days 1\nday 3\n07:10 press pendant\nexpect 07:11 nothing raised")
                == "2:5: The run has ended by then: it lasts 1 day. Leave `days` out, or make it longer.")
        #expect(
            Self.problem("day 4\n07:10 okay\ndays 2")
                == "3:6: The run has ended by then: it lasts 2 days. Leave `days` out, or make it longer.")
        #expect(Self.problem("days 3\nday 3\n07:10 okay") == nil)
    }

    @Test func `a named scenario is no shorter than what is common to all`() {
        let text = "day 2\n07:10 okay\nscenario \"a\"\ndays 1"
        #expect(
            Self.problem(text) == "4:6: The run has ended by then: it lasts 1 day. Leave `days` out, or make it longer.")
    }

    @Test func `expectations and still times count as steps do`() {
        let expected = String(repeating: "expect 07:11 no alert\n", count: 3_000)
        let still = String(repeating: "22:00-06:30 no motion\n", count: 3_000)
        let scenarios = (0..<400).map { "scenario \"\($0)\"\n" }.joined()
        for shared in [expected, still] {
            #expect(Self.problem(shared + scenarios)?.contains("A text has at most 1000000 steps") == true)
        }
    }

    @Test(.ownThread, .timeLimit(.minutes(1)))
    func `four megabytes without a space is refused in a moment`() {
        let long = String(repeating: "x", count: 4_194_304)
        #expect(Self.problem("07:10 press \(long)")?.hasPrefix("1:13: There is no device and no word \"xxx") == true)
        #expect(Self.problem("expect 07:10 said \"\(long)\"")?.hasPrefix("1:19: Between the marks stand") == true)
    }

    @Test func `a clock that leaps as far as it can, again and again, ends no run`() throws {
        let leaps = String(repeating: "07:10 clock +100y\n", count: 60) + String(repeating: "07:20 clock -100y\n", count: 200)
        let report = ScenarioRun(try ScenarioParser.parse(leaps + "08:00 press pendant\n")).run()
        #expect(report.isKept, "\(report.text)")
    }
}
