import DemoHome
import Foundation
import GatewayDaemon
import Testing

/// Manual pages and completions, against what the command itself says it can do.
struct ManualTests {
    /// A command as `--experimental-dump-help` tells it.
    private struct Told: Decodable {
        struct Argument: Decodable {
            struct Name: Decodable {
                var kind: String
                var name: String
            }

            var names: [Name]?
            var shouldDisplay: Bool
        }

        var commandName: String
        var superCommands: [String]?
        var subcommands: [Told]?
        var arguments: [Argument]?

        /// All commands with their words, without the parser's own `help`.
        var all: [(words: [String], told: Told)] {
            let inner = (subcommands ?? []).filter { $0.commandName != "help" }
            return [((superCommands ?? []) + [commandName], self)] + inner.flatMap(\.all)
        }
    }

    private func told(_ command: BuiltCommand) async throws -> Told {
        let dump = try await command.run(["--experimental-dump-help"])
        return try JSONDecoder().decode([String: Told].self, from: onlyCommand(dump.output))["command"]
            ?? { throw HomeFailure("The command tells nothing of itself.") }()
    }

    /// The dump's "command" alone: its version number is of another form.
    private func onlyCommand(_ text: String) throws -> Foundation.Data {
        let object = try JSONSerialization.jsonObject(with: Foundation.Data(text.utf8)) as? [String: Any]
        return try JSONSerialization.data(withJSONObject: ["command": object?["command"] ?? [:]])
    }

    @Test func `each command has a page, with its options and the ways in which it ends`() async throws {
        try await withBuiltCommand { command in
            let made = try await command.run(["man", "--output", command.path("man")])
            #expect(made.code == 0, "\(made.output)")
            let all = try await told(command).all
            #expect(all.count > 20)
            #expect(Set(try command.names(in: "man")) == Set(all.map { $0.words.joined(separator: "-") + ".1" }))
            for (words, told) in all {
                let page = try command.text(of: "man/" + words.joined(separator: "-") + ".1")
                let plain = page.replacing("\\-", with: "-").replacing("\\fB", with: "").replacing("\\fR", with: "")
                for argument in told.arguments ?? [] where argument.shouldDisplay {
                    for name in argument.names ?? [] {
                        let text = (name.kind == "long" ? "--" : "-") + name.name
                        #expect(plain.contains(text), "\(words) does not tell of \(text)")
                    }
                }
                for code in ExitCode.allCases {
                    #expect(page.contains(".TP\n\\fB\(code.rawValue)\\fR\n\(code.meaning)"), "\(words): \(code)")
                }
                #expect(page.utf8.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) }, "\(words)")
            }
        }
    }

    @Test func `a page is printed by the command's words, and a misspelt one is guessed`() async throws {
        try await withBuiltCommand { command in
            let page = try await command.run(["man", "alerts", "close"])
            #expect(page.code == 0)
            #expect(page.output.hasPrefix(".TH \"PULLCORD\\-ALERTS\\-CLOSE\" \"1\""), "\(page.output.prefix(60))")
            let wrong = try await command.run(["man", "chekc"])
            #expect(wrong.code == 64)
            #expect(wrong.output.contains("There is no command `chekc`; did you mean `check`?"), "\(wrong.output)")
        }
    }

    private static let groff = try? ProjectFolder.installed("groff")

    @Test(.enabled(if: groff != nil, "groff is not installed (apt install groff-base)."))
    func `groff finds nothing to warn of in any page`() async throws {
        try await withBuiltCommand { command in
            _ = try await command.run(["man", "--output", command.path("man")])
            let pages = try command.names(in: "man").map { command.path("man/" + $0) }
            #expect(!pages.isEmpty)
            let answer = try await command.run(["-man", "-ww", "-Tutf8", "-z"] + pages, program: Self.groff)
            #expect(answer.code == 0)
            #expect(answer.output == "")
        }
    }

    private static let mandoc = try? ProjectFolder.installed("mandoc")

    @Test(.enabled(if: mandoc != nil, "mandoc is not installed (apt install mandoc)."))
    func `mandoc finds no error in any page`() async throws {
        try await withBuiltCommand { command in
            _ = try await command.run(["man", "--output", command.path("man")])
            let pages = try command.names(in: "man").map { command.path("man/" + $0) }
            let answer = try await command.run(["-T", "lint", "-W", "error"] + pages, program: Self.mandoc)
            #expect(answer.code == 0, "\(answer.output)")
        }
    }

    @Test func `bash takes its completions, and every command is in each shell's`() async throws {
        try await withBuiltCommand { command in
            let all = try await told(command).all
            for shell in ["bash", "zsh", "fish"] {
                let script = try await command.run(["completions", shell])
                #expect(script.code == 0)
                for (words, _) in all {
                    #expect(script.output.contains(words[words.count - 1]), "\(shell) does not know \(words)")
                }
                guard shell == "bash" else { continue }
                try command.write(script.output, to: "completions.bash")
                let parsed = try await command.run(["-n", command.path("completions.bash")], program: "/bin/bash")
                #expect(parsed.code == 0, "\(parsed.output)")
                // What somebody gets who has typed `pullcord ch` and presses the tabulator.
                let typed = """
                    source '\(command.path("completions.bash"))'
                    COMP_WORDS=(pullcord ch) COMP_CWORD=1 COMP_LINE='pullcord ch' COMP_POINT=11 COMP_TYPE=9 COMP_KEY=9
                    _pullcord
                    printf '%s\\n' "${COMPREPLY[@]}"
                    """
                try command.write(typed, to: "typed.bash")
                let completed = try await command.run([command.path("typed.bash")], program: "/bin/bash")
                #expect(completed.output.contains("check"), "\(completed.output)")
            }
            let wrong = try await command.run(["completions", "tcsh"])
            #expect(wrong.code == 64)
        }
    }
}
