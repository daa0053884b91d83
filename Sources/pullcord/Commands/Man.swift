import ArgumentParser
import Foundation
import GatewayDaemon
import GatewaySettings

struct Man: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the manual page of a command, or write those of all.",
        discussion: """
            Made from the same words as --help. To read one: pullcord man check | man -l -

            To install all: pullcord man --output /usr/local/share/man/man1
            """
    )

    @Argument(
        help: ArgumentHelp("The command, such as check or alerts close; none for the whole.", valueName: "command"))
    var command: [String] = []

    @Option(
        help: ArgumentHelp("Write a page for each command into this folder.", valueName: "folder"),
        completion: .directory)
    var output: String?

    func validate() throws {
        if output != nil, !command.isEmpty { throw ValidationError("Give a command or --output, not both.") }
    }

    func run() throws {
        let root = try CommandHelp.read(Pullcord._dumpHelp())
        if let output { return try write(root, into: output) }
        var found = root
        for word in command {
            guard let next = found.shownSubcommands.first(where: { $0.commandName == word }) else {
                let names = found.shownSubcommands.map(\.commandName)
                let hint = Suggestion.hint(for: word, among: names).map { "; \($0)" } ?? ""
                let words = (found.path.dropFirst() + [word]).joined(separator: " ")
                throw ValidationError("There is no command `\(words)`\(hint)")
            }
            found = next
        }
        Output.line(ManualPage(found).text)
    }

    private func write(_ root: CommandHelp, into folder: String) throws {
        var pages: [CommandHelp] = [root]
        var next = 0
        while next < pages.count {
            pages += pages[next].shownSubcommands
            next += 1
        }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for page in pages {
                let path = folder + "/" + ManualPage(page).fileName
                try Foundation.Data((ManualPage(page).text + "\n").utf8).write(to: URL(fileURLWithPath: path))
            }
        } catch {
            Output.complain("The manual cannot be written to \(folder): \(error.localizedDescription)")
            throw ArgumentParser.ExitCode(GatewayDaemon.ExitCode.inputOutput.rawValue)
        }
        Output.line("\(pages.count) pages are in \(folder).")
    }
}
