import ArgumentParser
import GatewayCore
import GatewayDaemon
import LinuxSupport

struct Shadow: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what rules on trial would have told.",
        discussion: """
            Rules with `shadow: true` run and tell nobody. For each of them: how often it would have told people, \
            when, and whether somebody was called about something else within an hour of it.
            """
    )

    @OptionGroup var control: ControlOptions

    @Option(name: .customLong("for"), help: ArgumentHelp("How far back, such as 12h or 30d.", valueName: "duration"))
    var span: Length = Length(.days(30))

    func run() throws {
        guard case .shadow(let report) = try control.ask(.shadow(since: SystemClock.wallTime() - span.duration)) else {
            return
        }
        if control.json {
            try Output.json(report)
        } else {
            for line in ShadowText(report).lines { Output.line(line) }
        }
    }
}
