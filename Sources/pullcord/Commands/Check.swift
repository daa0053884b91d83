import ArgumentParser
import Foundation
import GatewayDaemon
import GatewaySettings

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check settings files and say everything that is wrong with them.",
        discussion: """
            Ends with 0 when all is well, 3 when there are only warnings, 78 when there are errors. Each problem has \
            a code, which `pullcord explain` describes. Colours are used on a terminal, unless NO_COLOR is set.
            """
    )

    @Argument(help: ArgumentHelp("The root settings file.", valueName: "file"))
    var settings: String = "/etc/pullcord/home.yaml"

    @Option(help: ArgumentHelp("The folder of device profiles that come with Pullcord.", valueName: "folder"))
    var profiles: String = "/usr/share/pullcord/devices"

    @Option(help: "text for people, json, or sarif for code-scanning services and editors.")
    var format: Format = .text

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, sarif
    }

    func run() throws {
        let environment = ProcessInfo.processInfo.environment
        let result = SettingsReader.read(
            root: settings, shippedProfiles: profiles, credentials: environment["CREDENTIALS_DIRECTORY"])
        switch format {
        case .json: Output.line(Problem.json(result.problems))
        case .sarif: Output.line(ProblemSARIF(result.problems, toolVersion: GatewayVersion.text).text)
        case .text:
            let paint = ProblemPaint(isTerminal: isatty(STDOUT_FILENO) == 1, environment: environment)
            for problem in result.problems { Output.line(problem.render(paint) + "\n") }
            if !result.problems.isEmpty { Output.line(SettingsCheck.tally(result.problems)) }
            if let settings = result.settings {
                for line in SettingsCheck.summary(settings) { Output.line(line) }
            }
        }
        if !result.errors.isEmpty {
            throw ArgumentParser.ExitCode(GatewayDaemon.ExitCode.configuration.rawValue)
        }
        if !result.warnings.isEmpty { throw ArgumentParser.ExitCode(GatewayDaemon.ExitCode.lint.rawValue) }
    }
}
