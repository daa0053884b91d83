import ArgumentParser
import GatewayDaemon

struct Version: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print the version.")

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        if json { try Output.json(["version": GatewayVersion.text]) } else { Output.line(GatewayVersion.text) }
    }
}
