internal import GatewayCore

/// Runs a scenario and says which of its expectations were not met.
package struct ScenarioRun: Sendable {
    package let scenario: Scenario

    package init(_ scenario: Scenario) {
        self.scenario = scenario
    }

    /// What came of it.
    package struct Report: Sendable {
        /// Expectations that were not met, each with what was seen instead and the time line around it.
        package var failures: [Failure]
        /// Promises that were broken on the way; a scenario cannot excuse them.
        package var violations: [Violation]

        package var isKept: Bool { failures.isEmpty && violations.isEmpty }

        package var text: String {
            (failures.map(\.description) + violations.map(\.description)).joined(separator: "\n")
        }
    }

    package struct Failure: Hashable, Sendable, CustomStringConvertible {
        package var expectation: Expectation
        /// One sentence.
        package var cause: String
        /// What happened shortly before and after.
        package var timeLine: [String]

        package var description: String {
            ([cause] + timeLine.map { "    \($0)" }).joined(separator: "\n")
        }
    }

    package func run() -> Report {
        var world = SimulatedWorld(scenario, isTraced: true, isWatched: true)
        world.run()
        let views = SightingViews(world.sightings ?? [])
        var failures: [Failure] = []
        for expectation in scenario.expectations {
            guard let instead = views.judge(expectation) else { continue }
            let when = "day \(expectation.from.wholeSeconds / 86_400 + 1) \(ScenarioPrinter.times(expectation))"
            failures.append(
                Failure(
                    expectation: expectation,
                    cause: "\(when): expected \(ScenarioPrinter.text(expectation.what)), but \(instead).",
                    timeLine: Self.around(expectation, world.trace ?? [])))
        }
        return Report(failures: failures, violations: world.oracle.violations)
    }

    /// The lines of the trace around an expectation's time: the last before its end, and the first after.
    private static func around(_ expectation: Expectation, _ trace: [TraceLine]) -> [String] {
        let end = trace.firstIndex { $0.at > expectation.to } ?? trace.endIndex
        let from = max(trace.startIndex, end - SimulationLimits.linesBefore)
        return trace[from..<min(trace.endIndex, end + SimulationLimits.linesAfter)].map(\.text)
    }
}
