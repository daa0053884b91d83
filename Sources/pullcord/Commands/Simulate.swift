import ArgumentParser
import GatewayCore
import GatewayDaemon
import GatewaySettings
import Simulation

struct Simulate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Live simulated days of a home with faults from a seed, and check every promise.",
        discussion: """
            The same seed gives the same days. With --for, seeds that nobody has lived yet are lived for so long, on \
            as many cores as --jobs says. Ends with 1 when a promise was broken, with the shortest scenario in which \
            it still is.
            """
    )

    @Option(help: "Where the run begins. Default: 1, and with --for a fresh one.") var seed: UInt64?
    @Option(help: "How many days to live.") var days: Int = 7
    @Option(help: "How many seeds in a row.") var seeds: Int = 1
    @Option(name: .customLong("for"), help: ArgumentHelp("How long, such as 10m or 2h.", valueName: "duration"))
    var duration: String?
    @Option(help: "With --for: on how many cores.") var jobs: Int = 1
    @Flag(help: "With --for: go on when a promise was broken, and name each seed that broke one.") var keepGoing = false

    func validate() throws {
        guard (1...3_660).contains(days) else { throw ValidationError("--days is 1 to 3660.") }
        guard (1...1_000_000).contains(seeds) else { throw ValidationError("--seeds is 1 to 1000000.") }
        guard (1...64).contains(jobs) else { throw ValidationError("--jobs is 1 to 64.") }
        if let duration, parsed(duration) == nil {
            throw ValidationError("`\(duration)` is no duration of at most 7d; write such as 30s, 10m or 2h.")
        }
    }

    func run() throws {
        let isKept = duration.flatMap { parsed($0) }.map { hunt(for: $0) } ?? liveSeeds()
        if !isKept { throw ArgumentParser.ExitCode(GatewayDaemon.ExitCode.failure.rawValue) }
    }

    /// The seeds in a row, each with its report.
    private func liveSeeds() -> Bool {
        var isKept = true
        for offset in 0..<UInt64(seeds) {
            let report = SimulationRun(seed: (seed ?? 1) &+ offset, days: days).run()
            Output.line(report.text)
            if !report.isKept { isKept = false }
        }
        return isKept
    }

    /// Fresh seeds until the time is over or a promise is broken.
    private func hunt(for duration: Duration) -> Bool {
        let first = seed ?? UInt64.random(in: 1...999_999_999)
        let hunt = SeedHunt(from: first, days: days, for: duration, keepsGoing: keepGoing)
        hunt.run(jobs: jobs)
        Output.line(hunt.summary)
        guard let failure = hunt.failure else { return true }
        Output.line(failure.text)
        return false
    }

    private func parsed(_ text: String) -> Duration? {
        guard case .duration(let duration) = DurationText.read(text) else { return nil }
        return duration > .zero && duration <= .days(7) ? duration : nil
    }
}
