/// The results of scenarios as lines for people.
enum TestText {
    static func lines(_ results: TestResults, showsCoverage: Bool, threshold: Int?) -> [String] {
        var lines = results.scenarios.flatMap { story($0) }
        lines.append(total(results))
        guard showsCoverage else { return lines }
        for covered in results.coverage where !covered.reached.isEmpty || !covered.missed.isEmpty {
            let count = covered.reached.count + covered.missed.count
            let isTooLittle = threshold.map { covered.percent < $0 } ?? false
            let verdict = isTooLittle ? ", less than \(threshold ?? 100) %" : ""
            lines.append("\(covered.group): \(covered.reached.count) of \(count) reached\(verdict)")
            lines += covered.missed.map { "  not reached: \($0)" }
        }
        return lines
    }

    private static func story(_ result: TestResults.Result) -> [String] {
        let days = result.days == 1 ? "1 day" : "\(result.days) days"
        guard !result.passed else { return ["ok    \(result.file): \(result.name) (\(days))"] }
        var lines = ["FAIL  \(result.file): \(result.name) (\(days))"]
        for failure in result.failures {
            lines += ["  \(result.file):\(failure.line): \(failure.when)"] + diff(failure)
        }
        for broken in result.brokenPromises {
            lines.append("  A promise was broken: \(broken.promise)")
            lines += broken.timeLine.map { "      \($0)" }
        }
        return lines
    }

    static func diff(_ failure: TestResults.Failure) -> [String] {
        ["    - \(failure.expected)", "    + \(failure.seen)"] + failure.timeLine.map { "      \($0)" }
    }

    /// "5 scenarios, 31 days in 120 ms (258 days a second): all as expected."
    private static func total(_ results: TestResults) -> String {
        let failed = results.scenarios.count { !$0.passed }
        let verdict = failed == 0 ? "all as expected" : "\(failed) FAILED"
        let rate = Int64(results.days) * 1_000 / max(1, results.milliseconds)
        let count = results.scenarios.count
        return "\(count) scenario\(count == 1 ? "" : "s"), \(results.days) day\(results.days == 1 ? "" : "s") in "
            + "\(results.milliseconds) ms (\(rate) days a second): \(verdict)."
    }
}
