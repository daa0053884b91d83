import GatewayCore
import Glibc
import Simulation

/// Runs scenarios of a home one after another, and shows on a terminal how far it is.
struct HomeTest {
    var scenarios: [TestedScenario]
    var home: ScenarioHome
    var plan: Plan

    func run() -> TestResults {
        let start = ContinuousClock.now
        let showsProgress = isatty(STDERR_FILENO) == 1
        var coverage = HomeCoverage(of: plan)
        var results: [TestResults.Result] = []
        for (number, tested) in scenarios.enumerated() {
            if showsProgress { Output.status("\r\u{1B}[K\(number + 1) of \(scenarios.count): \(tested.name)") }
            let begun = ContinuousClock.now
            let report = ScenarioRun(tested.entry.scenario, in: home).run()
            coverage.join(report.coverage)
            results.append(TestResults.Result(tested, report, took: ContinuousClock.now - begun))
        }
        if showsProgress { Output.status("\r\u{1B}[K") }
        return TestResults(results, coverage, took: ContinuousClock.now - start)
    }
}
