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
            Initialise.self, Check.self, Test.self, Explain.self, Schema.self, Run.self, Reload.self, Status.self,
            Alerts.self, Okay.self, Mode.self, Away.self, Visit.self, Devices.self,
            Replay.self, Shadow.self, Simulate.self, Migrate.self, Desk.self,
            Completions.self, Man.self, Version.self,
        ]
    )

    static func main() async {
        ProcessSignals.ignoreBrokenPipes()
        await main(nil)
    }
}
