import ArgumentParser
import Foundation
import GatewayCore
import GatewayDaemon
import GatewaySettings
import Simulation

struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run the scenarios of a home in virtual time, and say what was not as expected.",
        discussion: """
            The scenarios are those of the files, or else of scenarios/ beside the settings. The settings are read \
            as by `pullcord check`; the engine is that of the gateway, and the world around it is simulated, so a \
            day takes milliseconds. Ends with 0 when all is as expected, 1 when it is not or less is covered than \
            --threshold asks for, 74 when a file cannot be read, 78 when the settings or a scenario are wrong.
            """
    )

    @Argument(help: ArgumentHelp("The root settings file.", valueName: "settings"))
    var settings: String

    @Argument(help: ArgumentHelp("Scenario files. Default: scenarios/*.scenario beside it.", valueName: "files"))
    var files: [String] = []

    @Option(help: ArgumentHelp("The folder of device profiles that come with Pullcord.", valueName: "folder"))
    var profiles: String = "/usr/share/pullcord/devices"

    @Option(
        name: .customLong("run"),
        help: ArgumentHelp("Only scenarios in whose file or name this is found.", valueName: "regex"))
    var pattern: String?

    @Option(help: "text, json or junit.")
    var format: Format = .text

    @Flag(help: "Say what of the settings no scenario reaches.")
    var coverage = false

    @Option(
        help: ArgumentHelp("End with 1 when of rules, rungs and so on less is reached.", valueName: "per cent"))
    var threshold: Int?

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, junit
    }

    func validate() throws {
        if let threshold, !(1...100).contains(threshold) { throw ValidationError("--threshold is 1 to 100.") }
        if let pattern, (try? Regex(pattern)) == nil {
            throw ValidationError("`\(pattern)` is no regular expression.")
        }
    }

    func run() throws {
        let result = SettingsReader.read(
            root: settings, shippedProfiles: profiles,
            credentials: ProcessInfo.processInfo.environment["CREDENTIALS_DIRECTORY"])
        guard let checked = result.settings else {
            for problem in result.errors { Output.complain(problem.render()) }
            throw ArgumentParser.ExitCode(GatewayDaemon.ExitCode.configuration.rawValue)
        }
        let home = ScenarioHome(checked.plan, intakes: checked.intakes)
        let chosen = try scenarios(in: try scenarioFiles(), words: ScenarioWords(home))
        if chosen.isEmpty { Output.complain("No scenario is called like `\(pattern ?? "")`.") }
        let results = HomeTest(scenarios: chosen, home: home, plan: checked.plan).run()
        try write(results)
        let isCovered = threshold.map { results.covers($0) } ?? true
        if chosen.isEmpty { throw ArgumentParser.ExitCode(GatewayDaemon.ExitCode.usage.rawValue) }
        if !results.isKept || !isCovered { throw ArgumentParser.ExitCode(GatewayDaemon.ExitCode.failure.rawValue) }
    }

    private func write(_ results: TestResults) throws {
        switch format {
        case .json: try Output.json(results)
        case .junit: Output.line(JUnitText.text(results))
        case .text:
            let lines = TestText.lines(results, showsCoverage: coverage || threshold != nil, threshold: threshold)
            for line in lines { Output.line(line) }
        }
    }

    // MARK: - Files

    private func scenarioFiles() throws -> [String] {
        if !files.isEmpty { return files }
        let folder = URL(fileURLWithPath: settings).deletingLastPathComponent().relativePath + "/scenarios"
        let names = DiskFiles().names(inFolder: folder).filter { $0.hasSuffix(".scenario") }
        if !names.isEmpty { return names.map { "\(folder)/\($0)" } }
        Output.complain("There are no scenarios in \(folder). Name the files, or put them there as *.scenario.")
        throw ArgumentParser.ExitCode(GatewayDaemon.ExitCode.usage.rawValue)
    }

    /// The scenarios that are asked for, in order of the files; all problems of all files are told at once.
    private func scenarios(in files: [String], words: ScenarioWords) throws -> [TestedScenario] {
        var chosen: [TestedScenario] = []
        var isWrong = false
        for file in files {
            let text = try text(of: file)
            do throws(ScenarioProblems) {
                let entries = try ScenarioParser.parseAll(text, words: words).entries
                chosen += entries.map { TestedScenario(file: file, entry: $0) }
            } catch {
                for problem in error.all { Output.complain("\(file):\(problem)") }
                isWrong = true
            }
        }
        if isWrong { throw ArgumentParser.ExitCode(GatewayDaemon.ExitCode.configuration.rawValue) }
        guard let pattern, let wanted = try? Regex(pattern) else { return chosen }
        return chosen.filter { "\($0.file): \($0.name)".firstMatch(of: wanted) != nil }
    }

    private func text(of file: String) throws -> String {
        do throws(FileTrouble) {
            let content = try DiskFiles().read(file, atMost: ScenarioParser.longestText)
            return String(decoding: content.bytes, as: UTF8.self)
        } catch {
            Output.complain("\(file) \(error.reason).")
            throw ArgumentParser.ExitCode(GatewayDaemon.ExitCode.inputOutput.rawValue)
        }
    }
}
