internal import Simulation
internal import Testing

/// Lives that must keep every promise.
@Suite struct SeedTests {
    @Test(arguments: 1...120)
    func `a life from a seed keeps every promise`(_ seed: Int) {
        let report = SimulationRun(seed: UInt64(seed), days: seed % 3 == 0 ? 1 : 2).run()
        #expect(report.isKept, "\(report.text)")
    }

    @Test(arguments: RegressionSeeds.all)
    func `a life that once broke a promise keeps it`(_ regression: RegressionSeed) {
        let report = SimulationRun(seed: regression.seed, days: regression.days).run()
        #expect(report.isKept, "\(regression.story)\n\(report.text)")
    }

    @Test func `the same seed is the same life`() {
        let first = SimulationRun(seed: 6, days: 3).run()
        let second = SimulationRun(seed: 6, days: 3).run()
        #expect(first.digest == second.digest)
        #expect(first.counts == second.counts)
        #expect(SimulationRun(seed: 7, days: 3).run().digest != first.digest)
    }

    @Test func `chance is the same on every machine`() {
        var chance = Chance(seed: 1)
        let numbers = (0..<3).map { _ in chance.next() }
        #expect(numbers == [12_966_619_160_104_079_557, 9_600_361_134_598_540_522, 10_590_380_919_521_690_900])
    }

    @Test func `thirty lives meet what a life can meet`() {
        var visited: Set<String> = []
        for seed in 1...30 {
            let counts = SimulationRun(seed: UInt64(seed), days: 2).run().counts
            for (name, _) in counts.visited { visited.insert(name) }
        }
        for name in Self.mustBeVisited { #expect(visited.contains(name), "\(name)") }
    }

    private static let mustBeVisited = [
        "alert help_call", "alert smoke", "alert flood", "alert left_open", "alert inactivity", "alert intake_fault",
        "alert bridge_fault", "alert channel_fault", "life nothing to pending", "life pending to raised",
        "life pending to cancelled", "life raised to acknowledged", "life acknowledged to closed",
        "life acknowledged to raised", "life raised to closed", "said heard", "said sent", "said nobody_yet",
        "said not_getting_through", "said acknowledged", "said closed", "said cancelled", "siren on", "siren off",
        "withdrawn delivery", "broker down", "bridge down", "copies", "channel down", "channel slow",
        "channel answer lost", "channel refuses", "channel busy", "disk full", "disk io", "clock step", "reload",
        "stall", "power cut at once", "power cut after deciding", "power cut while recording",
        "power cut after recording", "power cut while acting", "power cut at once, reboot without clock",
    ]
}
