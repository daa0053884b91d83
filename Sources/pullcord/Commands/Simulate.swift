import ArgumentParser
import GatewayDaemon
import Simulation

struct Simulate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Live simulated days of a home with faults from a seed, and check every promise.",
        discussion: "The same seed gives the same days. Ends with 1 when a promise was broken, with the scenario."
    )

    @Option(help: "Where the run begins.") var seed: UInt64 = 1
    @Option(help: "How many days to live.") var days: Int = 7
    @Option(help: "How many seeds in a row.") var seeds: Int = 1

    func validate() throws {
        guard (1...3_660).contains(days) else { throw ValidationError("--days is 1 to 3660.") }
        guard (1...1_000_000).contains(seeds) else { throw ValidationError("--seeds is 1 to 1000000.") }
    }

    func run() throws {
        var isKept = true
        for offset in 0..<UInt64(seeds) {
            let run = SimulationRun(seed: seed &+ offset, days: days)
            let report = run.run()
            Output.line(report.text)
            if !report.isKept { isKept = false }
        }
        if !isKept { throw ArgumentParser.ExitCode(GatewayDaemon.ExitCode.failure.rawValue) }
    }
}
