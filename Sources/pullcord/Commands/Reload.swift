import ArgumentParser
import GatewayDaemon

struct Reload: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Let the running gateway read its settings again; bad ones change nothing.")

    @OptionGroup var control: ControlOptions

    func run() throws { try control.tell(.reload) }
}
