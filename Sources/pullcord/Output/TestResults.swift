import GatewayCore
import Simulation

/// What `pullcord test` found, as its JSON has it.
struct TestResults: Encodable {
    struct Result: Encodable {
        var file: String
        var line: Int
        var name: String
        var days: Int
        var passed: Bool
        var microseconds: Int64
        var failures: [Failure]
        /// Promises that no scenario can excuse.
        var brokenPromises: [BrokenPromise]

        init(_ tested: TestedScenario, _ report: ScenarioRun.Report, took: Duration) {
            file = tested.file
            line = tested.entry.line
            name = tested.name
            days = tested.entry.scenario.days
            passed = report.isKept
            microseconds = took.nanoseconds / 1_000
            failures = report.failures.map { failure in
                Failure(
                    line: tested.entry.expectationLines[failure.place], when: failure.when,
                    expected: failure.expected, seen: failure.seen, timeLine: failure.timeLine)
            }
            brokenPromises = report.violations.map {
                BrokenPromise(promise: $0.description, timeLine: report.lastLines)
            }
        }
    }

    struct Failure: Encodable {
        /// Of the expectation in its file.
        var line: Int
        var when: String
        var expected: String
        var seen: String
        var timeLine: [String]
    }

    struct BrokenPromise: Encodable {
        var promise: String
        var timeLine: [String]
    }

    struct Covered: Encodable {
        /// Rules, rungs and so on.
        var group: String
        var percent: Int
        var reached: [String]
        var missed: [String]
    }

    var scenarios: [Result]
    var coverage: [Covered]
    var days: Int
    var milliseconds: Int64

    init(_ results: [Result], _ coverage: HomeCoverage, took: Duration) {
        scenarios = results
        self.coverage = HomeCoverage.Group.allCases.map { group in
            Covered(
                group: group.rawValue, percent: coverage.percent(group), reached: coverage.reached(group),
                missed: coverage.missed(group))
        }
        days = results.reduce(0) { $0 + $1.days }
        milliseconds = took.milliseconds
    }

    var isKept: Bool { scenarios.allSatisfy(\.passed) }

    /// Whether of each group so much is reached.
    func covers(_ percent: Int) -> Bool { coverage.allSatisfy { $0.percent >= percent } }
}
