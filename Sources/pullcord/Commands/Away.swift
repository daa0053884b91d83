import ArgumentParser
import GatewayCore
import GatewayDaemon
import GatewaySettings
import LinuxSupport

struct Away: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say that the person is out, for some time.",
        discussion: """
            Rules on inactivity rest meanwhile; help calls, smoke and carbon monoxide never do. It ends by \
            itself: when the time is over, or when activity is seen at home.
            """
    )

    @OptionGroup var control: ControlOptions

    @Option(name: .customLong("for"), help: ArgumentHelp("How long, such as 3h or 2d.", valueName: "duration"))
    var duration: String?

    @Flag(help: "The person is back.")
    var back = false

    func validate() throws {
        guard back == (duration == nil) else { throw ValidationError("Give --for with a duration, or --back.") }
        if let duration, parsed(duration) == nil {
            throw ValidationError("`\(duration)` is no duration of at most 60d; write such as 90m, 3h or 2d.")
        }
    }

    func run() throws {
        let until = duration.flatMap { parsed($0) }.map { SystemClock.wallTime() + $0 }
        try control.tell(.away(until: until))
    }

    private func parsed(_ text: String) -> Duration? {
        guard case .duration(let duration) = DurationText.read(text) else { return nil }
        return duration > .zero && duration <= .days(60) ? duration : nil
    }
}
