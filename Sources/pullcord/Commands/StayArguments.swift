import ArgumentParser
import GatewayCore
import GatewayDaemon
import GatewaySettings

/// A duration on the command line, as the settings write them.
struct Length: ExpressibleByArgument {
    let duration: Duration

    init(_ duration: Duration) {
        self.duration = duration
    }

    init?(argument: String) {
        guard case .duration(let duration) = DurationText.read(argument), duration > .zero else { return nil }
        self.duration = duration
    }

    var end: StayEnd { .after(milliseconds: duration.milliseconds) }
}

/// A time of day on the command line, "07:00".
struct ClockTime: ExpressibleByArgument {
    let time: TimeOfDay

    init?(argument: String) {
        guard let time = TimeOfDayText.read(argument), time.minutes < 1_440 else { return nil }
        self.time = time
    }

    var end: StayEnd { .at(minutes: time.minutes) }
}
