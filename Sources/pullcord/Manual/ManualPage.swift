import GatewayDaemon

/// The manual page of one command, in the macros of man(7).
struct ManualPage {
    private static let section = "1"

    private let command: CommandHelp
    private var lines: [String] = []

    init(_ command: CommandHelp) {
        self.command = command
        head()
        synopsis()
        description()
        arguments("ARGUMENTS", command.shownArguments.filter { $0.kind == .positional })
        arguments("OPTIONS", command.shownArguments.filter { $0.kind != .positional })
        commands()
        exitStatus()
        seeAlso()
    }

    /// Without a line break at its end.
    var text: String { lines.joined(separator: "\n") }

    /// "pullcord-alerts-close.1"
    var fileName: String { name + "." + Self.section }

    private var name: String { command.path.joined(separator: "-") }

    private mutating func head() {
        let title = [name.uppercased(), Self.section, "", "Pullcord \(GatewayVersion.text)", "Pullcord manual"]
        lines.append(".TH " + title.map(ManualText.argument).joined(separator: " "))
        lines.append(".SH NAME")
        var abstract = command.abstract ?? ""
        if abstract.hasSuffix(".") { abstract.removeLast() }
        lines.append(ManualText.text(name) + " \\- " + ManualText.text(abstract))
    }

    private mutating func synopsis() {
        lines.append(".SH SYNOPSIS")
        var words = [ManualText.bold(command.path.joined(separator: " "))]
        if !command.shownSubcommands.isEmpty {
            let word = ManualText.italic("command")
            words.append(command.defaultSubcommand == nil ? word : "[\(word)]")
        }
        for argument in command.shownArguments {
            let inner = usage(argument) + (argument.isRepeating ? " ..." : "")
            words.append(argument.isOptional ? "[\(inner)]" : inner)
        }
        lines.append(contentsOf: words)
    }

    private mutating func description() {
        lines.append(".SH DESCRIPTION")
        lines.append(ManualText.text(command.abstract ?? ""))
        for part in (command.discussion ?? "").split(separator: "\n\n") {
            lines.append(".PP")
            lines.append(contentsOf: part.split(separator: "\n").map { ManualText.text(String($0)) })
        }
        if let usual = command.defaultSubcommand {
            lines.append(".PP")
            lines.append("Without a command it does what " + ManualText.bold(usual) + " does.")
        }
    }

    private mutating func arguments(_ title: String, _ arguments: [CommandHelp.Argument]) {
        guard !arguments.isEmpty else { return }
        lines.append(".SH \(title)")
        for argument in arguments {
            lines.append(".TP")
            lines.append(heading(argument))
            var words = [argument.abstract, argument.discussion].compactMap(\.self).joined(separator: " ")
            if let value = argument.defaultValue { words += " Default: \(value)." }
            lines.append(ManualText.text(words.isEmpty ? "See above." : words))
        }
    }

    /// "--format value"
    private func usage(_ argument: CommandHelp.Argument) -> String {
        let value = ManualText.italic(argument.valueName ?? "value")
        switch argument.kind {
        case .positional: return value
        case .option: return ManualText.bold(argument.preferredName?.text ?? "") + " " + value
        case .flag: return ManualText.bold(argument.preferredName?.text ?? "")
        }
    }

    /// All names: "-s, --settings file".
    private func heading(_ argument: CommandHelp.Argument) -> String {
        guard argument.kind != .positional else { return usage(argument) }
        let names = (argument.names ?? []).map(\.text).sorted { $0.count < $1.count }
        let all = names.map(ManualText.bold).joined(separator: ", ")
        return argument.kind == .flag ? all : all + " " + ManualText.italic(argument.valueName ?? "value")
    }

    private mutating func commands() {
        guard !command.shownSubcommands.isEmpty else { return }
        lines.append(".SH COMMANDS")
        for inner in command.shownSubcommands {
            lines.append(".TP")
            lines.append(ManualText.bold(inner.commandName))
            lines.append(ManualText.text(inner.abstract ?? ""))
        }
    }

    private mutating func exitStatus() {
        lines.append(".SH \"EXIT STATUS\"")
        lines.append("Each command ends with those of these that can happen to it.")
        for code in ExitCode.allCases {
            lines.append(".TP")
            lines.append(ManualText.bold(String(code.rawValue)))
            lines.append(ManualText.text(code.meaning))
        }
    }

    private mutating func seeAlso() {
        let above = (1..<command.path.count).map { command.path.prefix($0).joined(separator: "-") }
        let names = above + command.shownSubcommands.map { ($0.path).joined(separator: "-") }
        guard !names.isEmpty else { return }
        lines.append(".SH \"SEE ALSO\"")
        let pages = names.map { ManualText.bold($0) + "(\(Self.section))" }
        for (index, page) in pages.enumerated() {
            lines.append(page + (index + 1 < pages.count ? "," : ""))
        }
    }
}
