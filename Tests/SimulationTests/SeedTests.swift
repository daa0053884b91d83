internal import GatewayTesting
internal import Simulation
internal import Testing

/// Lives that must keep every promise.
@Suite struct SeedTests {
    @Test(.ownThread, arguments: 1...120)
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
}
