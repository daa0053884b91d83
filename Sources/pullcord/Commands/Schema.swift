import ArgumentParser
import GatewaySettings

struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the language of the settings: for editors as JSON Schema, for people as Markdown.",
        discussion: """
            Editors with the YAML language server check and complete a file that begins with the line

              # yaml-language-server: $schema=/usr/share/pullcord/schema/home.json
            """
    )

    @Argument(help: ArgumentHelp("home for the settings of a home, device for a file of devices/.", valueName: "file"))
    var file: SettingsLanguage.File = .home

    @Option(help: "json, or markdown for the reference of both.")
    var format: Format = .json

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case json, markdown
    }

    func run() {
        switch format {
        case .json: Output.text(SettingsLanguage.schema(of: file))
        case .markdown: Output.text(SettingsLanguage.reference())
        }
    }
}

extension SettingsLanguage.File: ExpressibleByArgument {}
