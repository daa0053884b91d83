import DemoHome
import GatewayCore

/// The demonstration that plays by itself, and checks what it shows.
struct OncePlay {
    let home: VirtualHome
    let printed: Printed
    var measures: [Measure] = []
    /// What the table says besides the times.
    var facts: [String] = []

    /// - Returns: 0 when all went as promised.
    static func run() async -> Int32 {
        let printed = Printed()
        let (sightings, witness) = AsyncStream.makeStream(of: Sighting.self)
        let timeLine = Task { await TimeLine(printed: printed).follow(sightings) }
        let start = ContinuousClock.now
        do {
            let play = try await withDemoHome { setup in
                setup.witness = witness
            } _: { home in
                var play = OncePlay(home: home, printed: printed)
                do {
                    try await play.playAll()
                } catch is CancellationError {
                    throw CancellationError()
                } catch {
                    throw HomeFailure("\(error)\n\nThe end of the gateway's log:\n\(home.gateway.logTail())")
                }
                return play
            }
            await timeLine.value
            return play.printTable(took: ContinuousClock.now - start)
        } catch is CancellationError {
            witness.finish()
            return Ending.interrupted
        } catch {
            witness.finish()
            await timeLine.value
            Printed.complain("\nThe demonstration failed: \(error)")
            return Ending.failure
        }
    }

    private mutating func playAll() async throws {
        try await callForHelp()
        try await gatewayKilled()
        try await responderAway()
    }

    func title(_ text: String) { home.log.add(.note(text)) }

    mutating func measure(_ what: String, _ took: Duration, promise: Duration? = nil) {
        measures.append(Measure(what: what, took: took, promise: promise))
    }

    private func printTable(took: Duration) -> Int32 {
        let width = measures.map(\.what.count).max() ?? 0
        printed.line()
        for measure in measures { printed.line(measure.row(width)) }
        printed.line()
        for fact in facts { printed.line("  \(fact)") }
        let late = measures.filter { !$0.isKept }
        guard late.isEmpty else {
            Printed.complain("\nToo late: \(late.map(\.what).joined(separator: ", ")).")
            return Ending.failure
        }
        printed.line("\n  All of it happened as promised, in \(took.hundredths) s.")
        return 0
    }
}
