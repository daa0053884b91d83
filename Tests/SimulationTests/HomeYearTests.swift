internal import GatewayTesting
internal import Simulation
internal import Testing

/// Whole years of homes.
@Suite struct HomeYearTests {
    @Test(.ownThread, arguments: 1...10)
    func `a home keeps every promise for a year`(_ home: Int) {
        let report = SimulationRun(seed: UInt64(9_000 + home), days: 365).run()
        #expect(report.isKept, "\(report.text)")
    }

    @Test(.ownThread, arguments: 1...3)
    func `what the gateway keeps does not grow over a year`(_ home: Int) {
        let run = SimulationRun(seed: UInt64(9_100 + home), days: 370)
        let month = run.kept(after: 30)
        let year = run.kept(after: 365)
        // A month is enough to have had a bit of everything; what is open at the time differs.
        #expect(year.alerts <= max(month.alerts, 64) + 40)
        #expect(year.deliveries <= month.deliveries + 100)
        #expect(year.devices <= 26)
        #expect(year.rules <= month.rules + 4)
        #expect(year.values <= month.values * 3 / 2 + 4_000)
        // The oracle remembers a few thousand of what is over.
        #expect(year.oracle <= 80_000)
    }
}
