import GatewayCore
import Simulation

/// The results of scenarios in the XML that build servers read: a suite for each file, a case for each scenario.
enum JUnitText {
    static func text(_ results: TestResults) -> String {
        let files = results.scenarios.map(\.file).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let failed = results.scenarios.count { !$0.passed }
        var lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<testsuites tests=\"\(results.scenarios.count)\" failures=\"\(failed)\">",
        ]
        for file in files { lines += suite(file, results.scenarios.filter { $0.file == file }) }
        return (lines + ["</testsuites>"]).joined(separator: "\n")
    }

    private static func suite(_ file: String, _ results: [TestResults.Result]) -> [String] {
        let failed = results.count { !$0.passed }
        let head = "  <testsuite name=\"\(XMLText.escaped(file))\" tests=\"\(results.count)\" failures=\"\(failed)\" "
        let time = seconds(results.reduce(0) { $0 + $1.microseconds })
        return [head + "errors=\"0\" time=\"\(time)\">"] + results.flatMap { lines($0) } + ["  </testsuite>"]
    }

    private static func lines(_ result: TestResults.Result) -> [String] {
        let head =
            "    <testcase name=\"\(XMLText.escaped(result.name))\" classname=\"\(XMLText.escaped(result.file))\" "
            + "file=\"\(XMLText.escaped(result.file))\" line=\"\(result.line)\" "
            + "time=\"\(seconds(result.microseconds))\""
        guard !result.passed else { return [head + "/>"] }
        let failures = result.failures.map { failure in
            let message = "\(failure.when): expected \(failure.expected), but \(failure.seen)."
            let text = ["\(result.file):\(failure.line)"] + TestText.diff(failure)
            return self.failure(message, text)
        }
        let broken = result.brokenPromises.map { failure($0.promise, $0.timeLine) }
        return [head + ">"] + failures + broken + ["    </testcase>"]
    }

    private static func failure(_ message: String, _ text: [String]) -> String {
        let lines = XMLText.escaped(text.joined(separator: "\n"))
        return "      <failure message=\"\(XMLText.escaped(message))\">\(lines)</failure>"
    }

    private static func seconds(_ microseconds: Int64) -> String {
        "\(microseconds / 1_000_000).\(Int(microseconds % 1_000_000).padded(to: 6))"
    }
}
