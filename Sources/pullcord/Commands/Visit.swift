import ArgumentParser
import GatewayCore
import GatewayDaemon

struct Visit: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say that a visitor has come, or has gone.",
        discussion: """
            A visitor is one of those under `visitors` in the settings. A visit that nobody ends ends by itself.
            """,
        subcommands: [In.self, Out.self]
    )

    struct In: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The visitor has come.")

        @OptionGroup var control: ControlOptions
        @Argument(help: "The visitor's name in the settings.") var visitor: String
        @Option(
            name: .customLong("for"),
            help: ArgumentHelp("How long at most, such as 2h; else as the settings say.", valueName: "duration"))
        var length: Length?

        func validate() throws {
            if let length, length.duration > Limits.longestVisit {
                throw ValidationError("A visit lasts at most \(Limits.longestVisit.components.seconds / 3_600) hours.")
            }
        }

        func run() throws { try control.tell(.visit(VisitorID(visitor), isHere: true, length?.end)) }
    }

    struct Out: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The visitor has gone.")

        @OptionGroup var control: ControlOptions
        @Argument(help: "The visitor's name in the settings.") var visitor: String

        func run() throws { try control.tell(.visit(VisitorID(visitor), isHere: false, nil)) }
    }
}
