import ArgumentParser

struct Completions: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print what a shell needs to complete the command's words.",
        discussion: """
            For bash: pullcord completions bash > /etc/bash_completion.d/pullcord

            For zsh: pullcord completions zsh > /usr/local/share/zsh/site-functions/_pullcord

            For fish: pullcord completions fish > ~/.config/fish/completions/pullcord.fish
            """
    )

    enum Shell: String, ExpressibleByArgument, CaseIterable {
        case bash, zsh, fish

        var kind: CompletionShell {
            switch self {
            case .bash: .bash
            case .zsh: .zsh
            case .fish: .fish
            }
        }
    }

    @Argument(help: "bash, zsh or fish.")
    var shell: Shell

    func run() { Output.line(Pullcord.completionScript(for: shell.kind)) }
}
