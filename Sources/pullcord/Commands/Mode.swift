import ArgumentParser
import GatewayCore
import GatewayDaemon

struct Mode: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say how the home is lived in: night, away, holiday, visitors, or home for everyday life.",
        discussion: """
            Rules may be meant for some modes only; help calls, smoke and carbon monoxide are watched in all of \
            them. Each mode ends by itself: when its time is over, and being out also when activity is seen. \
            Without a time it lasts as long as the settings say. `home` without a time gives up what was set.
            """
    )

    @OptionGroup var control: ControlOptions

    @Argument(help: ArgumentHelp("home, night, away, holiday or visitors.", valueName: "mode"))
    var mode: HomeMode

    @Option(help: ArgumentHelp("Until the home's clocks show it, such as 07:00.", valueName: "time"))
    var until: ClockTime?

    @Option(name: .customLong("for"), help: ArgumentHelp("How long, such as 10h or 3d.", valueName: "duration"))
    var length: Length?

    func validate() throws {
        if until != nil, length != nil { throw ValidationError("Give --until or --for, not both.") }
        if let length, length.duration > Limits.longestAway {
            throw ValidationError("A mode lasts at most \(Limits.longestAway.components.seconds / 86_400) days.")
        }
    }

    func run() throws { try control.tell(.mode(mode, until?.end ?? length?.end)) }
}

extension HomeMode: ExpressibleByArgument {}
