internal import Simulation
internal import Testing

/// Lives that must keep every promise.
@Suite struct SeedTests {
    @Test(arguments: 1...120)
    func `a life from a seed keeps every promise`(_ seed: Int) {
        let report = SimulationRun(seed: UInt64(seed), days: 2).run()
        #expect(report.isKept, "\(report.text)")
    }
}
