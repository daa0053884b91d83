import Foundation

/// A command as the argument parser describes it: what `--help` is made from.
struct CommandHelp: Decodable {
    struct Name: Decodable {
        enum Kind: String, Decodable {
            case long, short, longWithSingleDash
        }

        var kind: Kind
        var name: String

        /// "--format".
        var text: String { (kind == .long ? "--" : "-") + name }
    }

    struct Argument: Decodable {
        enum Kind: String, Decodable {
            case positional, option, flag
        }

        var kind: Kind
        var shouldDisplay: Bool
        var isOptional: Bool
        var isRepeating: Bool
        var names: [Name]?
        var preferredName: Name?
        var valueName: String?
        var defaultValue: String?
        var abstract: String?
        var discussion: String?
    }

    private struct Tool: Decodable {
        var command: CommandHelp
    }

    var superCommands: [String]?
    var shouldDisplay: Bool
    var commandName: String
    var abstract: String?
    var discussion: String?
    var defaultSubcommand: String?
    var subcommands: [CommandHelp]?
    var arguments: [Argument]?

    static func read(_ description: String) throws -> CommandHelp {
        try JSONDecoder().decode(Tool.self, from: Foundation.Data(description.utf8)).command
    }

    /// From the program's name on: ["pullcord", "alerts", "close"].
    var path: [String] { (superCommands ?? []) + [commandName] }

    /// Without `help`, which is the parser's own.
    var shownSubcommands: [CommandHelp] {
        (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
    }

    var shownArguments: [Argument] { (arguments ?? []).filter(\.shouldDisplay) }
}
