package import GatewayCore

/// What the engine did with a recording.
package struct ReplayReport: Hashable, Sendable {
    /// Alerts of one kind that began on one day.
    package struct Line: Hashable, Sendable {
        /// Days since 1970-01-01 in the home's zone.
        package var day: Int
        package var kind: AlertKind
        package var raised = 0
        /// Ended within the pre-alert: nobody was told.
        package var withdrawn = 0
    }

    package var home: String
    /// Nil for a recording without readings.
    package var from: WallTime?
    package internal(set) var readings = 0
    package internal(set) var turns = 0
    package internal(set) var ticks = 0
    package internal(set) var deliveries = 0
    /// In order of their days; within a day as they came.
    package private(set) var lines: [Line] = []
    /// The engine asked for ticks without end: a fault of ours, and the recording was not replayed to its end.
    package internal(set) var isStuck = false
    private var open: [AlertID: Bool] = [:]

    init(home: String, from: WallTime?) {
        self.home = home
        self.from = from
    }

    /// Alerts that were told to somebody, by kind and month ("2019-05"), in order.
    package var raisedByMonth: [(month: String, kind: AlertKind, count: Int)] {
        var months: [(month: String, kind: AlertKind, count: Int)] = []
        for line in lines where line.raised > 0 {
            let date = CivilTime(WallTime(milliseconds: Int64(line.day) * 86_400_000)).date
            let month = String(date.prefix(7))
            if let place = months.lastIndex(where: { $0.month == month && $0.kind == line.kind }) {
                months[place].count += line.raised
            } else {
                months.append((month, line.kind, line.raised))
            }
        }
        return months
    }

    package var raised: Int { lines.reduce(0) { $0 + $1.raised } }
    package var withdrawn: Int { lines.reduce(0) { $0 + $1.withdrawn } }

    mutating func take(_ alert: Alert, _ zone: ZoneTable) {
        let wasRaised = open[alert.id]
        if wasRaised == true { return }
        switch alert.state {
        case .pending: open[alert.id] = false
        case .raised, .acknowledged:
            count(alert, zone) { $0.raised += 1 }
            open[alert.id] = true
        case .cancelled, .closed:
            count(alert, zone) { $0.withdrawn += 1 }
            open[alert.id] = true
        }
    }

    private mutating func count(_ alert: Alert, _ zone: ZoneTable, _ change: (inout Line) -> Void) {
        let civil = zone.civil(alert.learned.wall)
        let day = CivilTime.day(year: civil.year, month: civil.month, day: civil.day)
        if let place = lines.lastIndex(where: { $0.day == day && $0.kind == alert.kind }) {
            change(&lines[place])
        } else {
            var line = Line(day: day, kind: alert.kind)
            change(&line)
            lines.append(line)
        }
    }
}
