import ArgumentParser
import GatewayDaemon

struct Okay: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ok",
        abstract: "Say that the person is well: ends pre-alerts and counts as activity.",
        discussion: "What has been raised already stays with the responder, who is told that it was an accident."
    )

    @OptionGroup var control: ControlOptions

    func run() throws { try control.tell(.okay) }
}
