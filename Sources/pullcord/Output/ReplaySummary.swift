import GatewayCore
import Simulation

/// What `pullcord replay` prints of one home.
struct ReplayStory: Encodable {
    struct Month: Encodable {
        var month: String
        var kind: String
        var alerts: Int
    }

    var home: String
    var readings: Int
    var turns: Int
    /// Alerts that somebody was told of.
    var alerts: Int
    /// Those that ended within their pre-alert.
    var withdrawn: Int
    var months: [Month]
    /// The engine asked for ticks without end; the rest was not replayed.
    var isStuck: Bool

    init(_ report: ReplayReport) {
        home = report.home
        readings = report.readings
        turns = report.turns
        alerts = report.raised
        withdrawn = report.withdrawn
        months = report.raisedByMonth.map { Month(month: $0.month, kind: $0.kind.rawValue, alerts: $0.count) }
        isStuck = report.isStuck
    }

    var line: String {
        let counts = months.map { "\($0.month) \($0.kind) \($0.alerts)" }.joined(separator: ", ")
        let stuck = isStuck ? "  STUCK: not replayed to its end" : ""
        let alerts = counts.isEmpty ? "no alert" : counts
        return "\(home)  \(readings) readings, \(withdrawn) withdrawn in time  \(alerts)\(stuck)"
    }
}

/// What `pullcord replay` prints of all.
struct ReplaySummary: Encodable {
    var homes: [ReplayStory]
    var badLines: Int
    var milliseconds: Int64

    var lines: [String] {
        let readings = homes.reduce(0) { $0 + $1.readings }
        let turns = homes.reduce(0) { $0 + $1.turns }
        let alerts = homes.reduce(0) { $0 + $1.alerts }
        let total =
            "\(homes.count) homes, \(readings) readings, \(turns) turns, \(alerts) alerts in \(milliseconds) ms; "
            + "\(badLines) lines could not be read."
        return homes.map(\.line) + [total]
    }
}
