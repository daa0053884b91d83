import GatewayCore
import Glibc
import LinuxSupport
import Simulation
import Synchronization

/// Lives one seed after another for some time, on threads of its own, and shows how far it is.
final class SeedHunt: Sendable {
    private struct Progress {
        var next: UInt64
        var lived = 0
        var alerts = 0
        var failure: SimulationReport?
        var brokenSeeds: [UInt64] = []
    }

    private let first: UInt64
    private let days: Int
    private let duration: Duration
    private let keepsGoing: Bool
    private let start = ContinuousClock.now
    private let progress: Mutex<Progress>
    /// A bar is for a terminal; into a file or a pipe goes only the result.
    private let showsBar = isatty(STDERR_FILENO) == 1

    init(from first: UInt64, days: Int, for duration: Duration, keepsGoing: Bool) {
        self.first = first
        self.days = days
        self.duration = duration
        self.keepsGoing = keepsGoing
        progress = Mutex(Progress(next: first))
    }

    /// Returns when the time is over and each thread has ended its seed; if it does not keep going, also when a
    /// promise was broken.
    func run(jobs: Int) {
        let threads = (0..<jobs).map { number in
            BackgroundThread.start(name: "seeds-\(number)") { self.liveSeeds() }
        }
        for thread in threads { thread.join() }
        if showsBar { Output.status("\r\u{1B}[K") }
    }

    /// The broken promise of the lowest seed that broke one.
    var failure: SimulationReport? { progress.withLock { $0.failure } }

    /// "seeds 4711 to 5210, 500 × 30 days: 15000 home-days in 61 s (245 a second), every promise kept"
    var summary: String {
        let (lived, alerts, broken) = progress.withLock { ($0.lived, $0.alerts, $0.brokenSeeds.sorted()) }
        let homeDays = lived * days
        let seconds = max(1, elapsed.wholeSeconds)
        let names = broken.map(String.init).joined(separator: ", ")
        let verdict = broken.isEmpty ? "every promise kept" : "PROMISE BROKEN by seed \(names)"
        let last = first &+ UInt64(max(lived, 1)) &- 1
        return "seeds \(first) to \(last), \(lived) × \(days) days: \(homeDays) home-days in "
            + "\(seconds) s (\(Int64(homeDays) / seconds) a second), \(alerts) alerts, \(verdict)"
    }

    private var elapsed: Duration { ContinuousClock.now - start }

    private func liveSeeds() {
        while elapsed < duration, let seed = takeSeed() {
            let report = SimulationRun(seed: seed, days: days).run()
            progress.withLock { progress in
                progress.lived += 1
                progress.alerts += report.counts.alerts
                guard !report.isKept else { return }
                progress.brokenSeeds.append(report.seed)
                if progress.failure.map({ report.seed < $0.seed }) ?? true { progress.failure = report }
            }
            showBar()
        }
    }

    /// The next seed; nil when the hunt is over.
    private func takeSeed() -> UInt64? {
        progress.withLock { progress in
            guard keepsGoing || progress.failure == nil else { return nil }
            progress.next &+= 1
            return progress.next &- 1
        }
    }

    private func showBar() {
        guard showsBar else { return }
        let width = 30
        let done = min(width, Int(elapsed.milliseconds * Int64(width) / max(1, duration.milliseconds)))
        let lived = progress.withLock { $0.lived }
        let bar = String(repeating: "█", count: done) + String(repeating: "░", count: width - done)
        let rate = Int64(lived * days) * 1_000 / max(1, elapsed.milliseconds)
        Output.status("\r\u{1B}[K\(bar) \(lived) seeds, \(lived * days) home-days, \(rate) a second")
    }
}
