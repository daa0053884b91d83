internal import GatewayTesting
internal import Simulation
internal import Testing

/// That the lives which the tests live meet all that can be met.
@Suite(.ownThread) struct CoverageTests {
    private static let visited: Set<String> = {
        var visited: Set<String> = []
        // What is usual is known after weeks: some lives are longer.
        for (seeds, days) in [(1...60, 4), (61...70, 45)] {
            for seed in seeds {
                let report = SimulationRun(seed: UInt64(seed), days: days).run()
                for (name, _) in report.counts.visited { visited.insert(name) }
            }
        }
        return visited
    }()

    @Test func `some lives meet what a life can meet`() {
        let missed = Coverage.all.filter { !Self.visited.contains($0) && Coverage.unreachable[$0] == nil }
        #expect(missed.isEmpty, "Never met: \(missed.joined(separator: ", "))")
    }

    @Test func `what is said to be out of reach is never met`() {
        #expect(Coverage.unreachable.allSatisfy { name, _ in Coverage.all.contains(name) })
        #expect(Coverage.unreachable.allSatisfy { name, _ in !Self.visited.contains(name) })
    }

    @Test func `nothing is met that has no name in the list`() {
        let unknown = Self.visited.subtracting(Coverage.all)
        #expect(unknown.isEmpty, "\(unknown.sorted().joined(separator: ", "))")
    }
}
