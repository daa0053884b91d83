internal import GatewayCore

/// One seeded life of a home, driven through the very engine that the daemon runs.
///
/// The same seed and days give the same run on any machine.
package struct SimulationRun: Sendable {
    package let scenario: Scenario

    /// - Parameter days: at least 1; the last half day is without faults, so that everything must come to rest.
    package init(seed: UInt64, days: Int) {
        scenario = Scenario(seed: seed, days: days)
    }

    package init(_ scenario: Scenario) {
        self.scenario = scenario
    }

    /// Runs it; a broken promise is followed by a search for its shortest story.
    package func run() -> SimulationReport {
        var world = SimulatedWorld(scenario)
        world.run()
        var shrunk: Scenario?
        if let violation = world.oracle.violations.first {
            var shrinker = Shrinker(scenario, promise: violation.promise)
            shrunk = shrinker.shrink()
        }
        return SimulationReport(
            seed: scenario.seed, days: scenario.days, counts: world.counts, violations: world.oracle.violations,
            story: shrunk.map { Shrinker.story($0) } ?? [], scenario: shrunk.map { ScenarioPrinter.text($0) },
            digest: world.digest)
    }

    /// All that the oracle was shown, for tests that change it.
    package func history() -> [HistoryStep] {
        var world = SimulatedWorld(scenario, keepsHistory: true)
        world.run()
        return world.history ?? []
    }
}

extension SimulatedWorld {
    /// FNV-1a over what was counted and what is on disk.
    var digest: UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func mix(_ text: String) {
            for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        }
        mix("\(counts.turns) \(counts.ticks) \(counts.deliveries) \(counts.announcements)")
        mix("\(ledger.kept.gateway)")
        for alert in ledger.kept.alerts { mix("\(alert.id) \(alert.cause) \(alert.state) \(alert.occurrences)") }
        return hash
    }
}
