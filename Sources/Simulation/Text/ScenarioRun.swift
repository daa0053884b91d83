internal import GatewayCore

/// Runs a scenario and says which of its expectations were not met.
package struct ScenarioRun: Sendable {
    package let scenario: Scenario
    private let home: ScenarioHome

    package init(_ scenario: Scenario, in home: ScenarioHome = .simulated) {
        self.scenario = scenario
        self.home = home
    }

    /// What came of it.
    package struct Report: Sendable {
        /// Expectations that were not met, each with what was seen instead and the time line around it.
        package var failures: [Failure]
        /// Promises that were broken on the way; a scenario cannot excuse them.
        package var violations: [Violation]
        /// What happened last before the first broken promise; empty when all were kept.
        package var lastLines: [String]
        /// What of the settings at the beginning was reached.
        package var coverage: HomeCoverage

        package var isKept: Bool { failures.isEmpty && violations.isEmpty }

        package var text: String {
            (failures.map(\.description) + violations.map(\.description)).joined(separator: "\n")
        }
    }

    package struct Failure: Hashable, Sendable, CustomStringConvertible {
        package var expectation: Expectation
        /// Its place among the scenario's expectations.
        package var place: Int
        /// "day 1 07:10-07:20".
        package var when: String
        /// "alert help_call raised".
        package var expected: String
        /// "there was none".
        package var seen: String
        /// What happened shortly before and after.
        package var timeLine: [String]

        /// One sentence.
        package var cause: String { "\(when): expected \(expected), but \(seen)." }

        package var description: String {
            ([cause] + timeLine.map { "    \($0)" }).joined(separator: "\n")
        }
    }

    package func run() -> Report {
        var world = SimulatedWorld(scenario, in: home, isWatched: true)
        world.run()
        var coverage = HomeCoverage(of: home.plan(scenario.settings, seed: scenario.seed))
        for (_, sighting) in world.sightings ?? [] { coverage.take(sighting) }
        let views = SightingViews(world.sightings ?? [])
        let missed = scenario.expectations.indices.compactMap { place in
            views.judge(scenario.expectations[place]).map { (place, $0) }
        }
        let violations = world.oracle.violations
        // The same run once more, for its story: most runs need none.
        let trace = missed.isEmpty && violations.isEmpty ? [] : trace()
        return Report(
            failures: missed.map { failure($0, seen: $1, trace) }, violations: violations,
            lastLines: violations.isEmpty ? [] : trace.suffix(SimulationLimits.linesBefore).map(\.text),
            coverage: coverage)
    }

    private func trace() -> [TraceLine] {
        var world = SimulatedWorld(scenario, in: home, isTraced: true)
        world.run()
        return world.trace ?? []
    }

    private func failure(_ place: Int, seen: String, _ trace: [TraceLine]) -> Failure {
        let expectation = scenario.expectations[place]
        let day = expectation.from.wholeSeconds / 86_400 + 1
        return Failure(
            expectation: expectation, place: place, when: "day \(day) \(ScenarioPrinter.times(expectation))",
            expected: ScenarioPrinter.text(expectation.what), seen: seen, timeLine: Self.around(expectation, trace))
    }

    /// The lines of the trace around an expectation's time: the last before its end, and the first after.
    private static func around(_ expectation: Expectation, _ trace: [TraceLine]) -> [String] {
        let end = trace.firstIndex { $0.at > expectation.to } ?? trace.endIndex
        let from = max(trace.startIndex, end - SimulationLimits.linesBefore)
        return trace[from..<min(trace.endIndex, end + SimulationLimits.linesAfter)].map(\.text)
    }
}
