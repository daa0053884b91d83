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

    /// A time in which a path was down.
    package struct Gap: Hashable, Sendable {
        package var from: WallTime
        /// Nil where it stayed down.
        package var to: WallTime?
    }

    package var home: String
    /// Nil for a recording without readings.
    package var from: WallTime?
    package let zone: ZoneTable
    package internal(set) var readings = 0
    package internal(set) var turns = 0
    package internal(set) var ticks = 0
    package internal(set) var deliveries = 0
    /// In order of their days; within a day as they came.
    package private(set) var lines: [Line] = []
    /// In the order in which they came; at most `ReplayLimits.alerts`.
    package private(set) var alerts: [ReplayedAlert] = []
    /// From the first day with a reading to the last, none left out; at most `ReplayLimits.days`.
    package private(set) var days: [ReplayedDay] = []
    /// In order.
    package private(set) var gaps: [Gap] = []
    /// The engine asked for ticks without end: a fault of ours, and the recording was not replayed to its end.
    package internal(set) var isStuck = false
    private var places: [AlertID: Int] = [:]
    private var down: Set<Path> = []

    init(home: String, from: WallTime?, zone: ZoneTable) {
        self.home = home
        self.from = from
        self.zone = zone
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

    // MARK: - Taking what happens

    mutating func take(_ alert: Alert, at now: WallTime) {
        let place = places[alert.id] ?? alerts.count
        if place == alerts.count {
            guard alerts.count < ReplayLimits.alerts else { return }
            places[alert.id] = place
            alerts.append(ReplayedAlert(alert))
        }
        guard alerts[place].ended == nil else { return }
        switch alert.state {
        case .pending: break
        case .raised, .acknowledged:
            guard alerts[place].raised == nil, !alert.isShadow else { return }
            alerts[place].raised = now
            count(alert) { $0.raised += 1 }
        case .cancelled, .closed:
            alerts[place].ended = now
            if alerts[place].isWithdrawn, !alert.isShadow { count(alert) { $0.withdrawn += 1 } }
        }
    }

    mutating func take(_ reading: ReplayedReading) {
        readings += 1
        let civil = zone.civil(reading.at)
        let day = CivilTime.day(year: civil.year, month: civil.month, day: civil.day)
        while days.last.map({ $0.day < day }) ?? true, days.count < ReplayLimits.days {
            days.append(ReplayedDay(day: days.last.map { $0.day + 1 } ?? day))
        }
        guard let place = days.indices.last, days[place].day == day, reading.freshness == .live,
            reading.capability.showsActivity, reading.value != .state(false)
        else { return }
        days[place].hours[civil.hour] += 1
    }

    mutating func take(_ path: ReplayedPath) {
        switch path.state {
        case .down:
            if down.isEmpty { gaps.append(Gap(from: path.at)) }
            down.insert(path.path)
        case .up:
            guard down.remove(path.path) != nil, down.isEmpty else { return }
            gaps[gaps.count - 1].to = path.at
        }
    }

    private mutating func count(_ alert: Alert, _ change: (inout Line) -> Void) {
        let day = zone.day(of: alert.learned.wall)
        if let place = lines.lastIndex(where: { $0.day == day && $0.kind == alert.kind }) {
            change(&lines[place])
        } else {
            var line = Line(day: day, kind: alert.kind)
            change(&line)
            lines.append(line)
        }
    }
}
