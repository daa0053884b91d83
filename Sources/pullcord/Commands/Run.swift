import ArgumentParser
import GatewayDaemon
import LinuxSupport
import Logging

struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run the gateway in the foreground.",
        discussion: """
            Reads the settings, restores what the ledger knows, and runs until SIGTERM or SIGINT. SIGHUP reads \
            the settings again; bad ones change nothing. Ends with 78 when neither the settings nor a kept copy \
            can be used, and with 74 when the ledger cannot.
            """
    )

    @OptionGroup var files: SettingsFileOptions

    @Option(help: ArgumentHelp("Where the ledger lives, instead of what the settings say.", valueName: "folder"))
    var state: String?

    @Option(name: .customLong("log-level"), help: "trace, debug, info, notice, warning, error or critical.")
    var logLevel: String = "notice"

    func run() async throws {
        guard let level = Logger.Level(rawValue: logLevel) else {
            throw ValidationError("`\(logLevel)` is not a log level.")
        }
        let options = StartOptions(settings: files.settings, profiles: files.profiles, stateDirectory: state)
        let code = await Gateway.run(options, logLevel: level)
        throw ArgumentParser.ExitCode(code.rawValue)
    }
}
