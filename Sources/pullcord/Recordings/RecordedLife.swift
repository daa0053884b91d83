import GatewayCore
import GatewayDaemon
import Simulation

/// One home of a recording, with the settings under which it is to be lived again.
struct RecordedLife {
    var name: String
    var readings: [ReplayedReading]
    var paths: [ReplayedPath]
    /// What the settings are, and what else they could be.
    var plans: [Plan]

    /// - Parameter report: is told how many readings of how many were taken, of all settings together.
    func replay(_ report: (Int, Int) -> Void) -> [ReplayReport] {
        plans.enumerated().map { number, plan in
            var named = plan
            named.home.name = name
            return HomeReplay().run(named, readings, paths: paths) { done in
                report(number * readings.count + done, plans.count * readings.count)
            }
        }
    }
}

extension RecordedLife {
    /// What a gateway's ledger holds.
    init(_ recording: LedgerRecording, _ plans: [Plan]) {
        name = plans.first?.home.name ?? ""
        readings = recording.readings.map { reading in
            let at = recording.time(of: reading)
            var replayed = ReplayedReading(reading.device, reading.capability, reading.value, at: at)
            replayed.occurred = reading.occurred.map { at - (reading.moment.wall - $0) }
            replayed.freshness = reading.freshness
            replayed.isRedelivered = reading.isRedelivered
            return replayed
        }
        paths = recording.downPaths.flatMap { down in
            let begin = ReplayedPath(down.path, .down(reason: "It was down when this was recorded."), at: down.from)
            return [begin] + (down.to.map { [ReplayedPath(down.path, .up, at: $0)] } ?? [])
        }.sorted { $0.at < $1.at }
        self.plans = plans
    }
}
