import ArgumentParser
import GatewayDaemon
import GatewaySettings

struct DevicesTest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Run the samples of device profiles, and say what each gives.",
        discussion: """
            A profile holds real messages of its model and what they must decode to. This decodes them and shows \
            what came of each. Ends with 0 when all is as the profiles say, 1 when it is not, 78 when a profile is \
            wrong or cannot be read.
            """
    )

    @Argument(help: ArgumentHelp("Profile files, such as devices/my-button.yaml.", valueName: "file"))
    var files: [String]

    @Flag(name: .shortAndLong, help: "Show only what is not as it should be.")
    var quiet = false

    func run() throws {
        var isWrong = false
        var failed = 0
        for file in files {
            let report = ProfileReport(file: file)
            for problem in report.problems { Output.complain(problem.render()) }
            isWrong = isWrong || !report.isReadable
            failed += report.failed
            for line in report.lines(onlyFailures: quiet) { Output.line(line) }
        }
        if isWrong { throw ArgumentParser.ExitCode(GatewayDaemon.ExitCode.configuration.rawValue) }
        if failed > 0 { throw ArgumentParser.ExitCode(GatewayDaemon.ExitCode.failure.rawValue) }
    }
}
