import ArgumentParser
import GatewayDaemon
import LinuxSupport

/// The command. Each subcommand is thin: it asks a target of the house and prints what that says.
@main
struct Pullcord: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pullcord",
        abstract: "The home alarm gateway: from a pressed button to somebody who takes it.",
        version: GatewayVersion.text,
        subcommands: [
            Run.self, Check.self, Alerts.self, Status.self, Okay.self, Mode.self, Away.self, Visit.self, Reload.self,
            Simulate.self, Test.self, Replay.self, Desk.self, Version.self,
        ]
    )

    static func main() async {
        ProcessSignals.ignoreBrokenPipes()
        await main(nil)
    }
}
