import ArgumentParser
import GatewayCore
import GatewayDaemon

struct Alerts: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "See alerts and answer them.",
        subcommands: [List.self, Show.self, Acknowledge.self, Close.self],
        defaultSubcommand: List.self
    )

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List open alerts.")

        @OptionGroup var control: ControlOptions

        @Flag(help: "Also the newest closed and cancelled ones.")
        var all = false

        func run() throws {
            guard case .alerts(let alerts) = try control.ask(.alerts(all: all)) else { return }
            if control.json { return try Output.json(alerts) }
            if alerts.isEmpty { return Output.line(all ? "No alerts." : "No open alerts.") }
            for alert in alerts { Output.line(AlertText.row(alert)) }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show one alert with its story.")

        @OptionGroup var control: ControlOptions
        @Argument(help: "The alert's id, as `alerts list` shows it.") var id: AlertID

        func run() throws {
            guard case .alerts(let alerts) = try control.ask(.alert(id)) else { return }
            if control.json { return try Output.json(alerts) }
            for line in alerts.flatMap(AlertText.full) { Output.line(line) }
        }
    }

    struct Acknowledge: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take an alert, as one of the contacts who were told of it.")

        @OptionGroup var control: ControlOptions
        @Argument(help: "The alert's id.") var id: AlertID
        @Option(name: .customLong("as"), help: ArgumentHelp("Who takes it.", valueName: "contact"))
        var contact: String

        func run() throws {
            try control.tell(.acknowledge(id, by: ContactID(contact)))
        }
    }

    struct Close: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Close an alert with its outcome, as one of the contacts who were told of it.")

        @OptionGroup var control: ControlOptions
        @Argument(help: "The alert's id.") var id: AlertID
        @Option(name: .customLong("as"), help: ArgumentHelp("Who closes it.", valueName: "contact"))
        var contact: String
        @Option(
            help: ArgumentHelp(
                "How it ended: \(AlertOutcome.choices.map(\.rawValue).joined(separator: ", ")).",
                valueName: "outcome"))
        var outcome: AlertOutcome
        @Option(help: ArgumentHelp("In words, at most \(Limits.noteLength) characters.", valueName: "words"))
        var note: String?

        func validate() throws {
            if outcome == .other, note?.isEmpty ?? true { throw ValidationError("`other` needs --note in words.") }
        }

        func run() throws {
            try control.tell(.close(id, by: ContactID(contact), outcome: outcome, note: note))
        }
    }
}

extension AlertID: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension AlertOutcome: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(rawValue: argument)
        if !Self.choices.contains(self) { return nil }
    }
}
