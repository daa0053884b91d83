import GatewayCore
import Simulation

/// What `pullcord replay` prints of one home.
struct ReplayStory: Encodable {
    struct Month: Encodable {
        var month: String
        var kind: String
        var alerts: Int
    }

    struct Occasion: Encodable {
        var at: String
        var rule: String?
        var kind: String
        var priority: String
        var title: String
        var device: String?
        /// "told", "ended in time", "on trial", "pending".
        var state: String

        init(_ alert: ReplayedAlert, _ zone: ZoneTable) {
            let civil = zone.civil(alert.shown)
            at = "\(civil.date) \(civil.clock)"
            rule = alert.rule?.name
            kind = alert.kind.rawValue
            priority = alert.priority.rawValue
            title = alert.title
            device = alert.device?.name
            state =
                alert.isOnTrial
                ? "on trial" : alert.raised != nil ? "told" : alert.isWithdrawn ? "ended in time" : "pending"
        }
    }

    struct Day: Encodable {
        var date: String
        var signs: Int
        var alerts: [Occasion]
    }

    struct Change: Encodable {
        /// "appears", "vanishes", "moves".
        var change: String
        var alert: Occasion
        /// What it was before it moved.
        var before: Occasion?
    }

    var home: String
    var readings: Int
    var turns: Int
    /// Alerts that somebody was told of.
    var alerts: Int
    /// Of them those about a person or the home, not about the gateway's own sight.
    var personal: Int
    /// Those that ended within their pre-alert.
    var withdrawn: Int
    var months: [Month]
    var days: [Day]
    /// Nil where nothing was compared.
    var changes: [Change]?
    /// By rule, in order of its first alert; nil for what is watched without a rule.
    var rules: [Count]
    /// The engine asked for ticks without end; the rest was not replayed.
    var isStuck: Bool

    struct Count: Encodable {
        var rule: String
        var alerts: Int
    }

    init(_ report: ReplayReport, changes comparison: ReplayComparison? = nil) {
        let zone = report.zone
        home = report.home
        readings = report.readings
        turns = report.turns
        alerts = report.raised
        let told = report.alerts.filter { $0.raised != nil }
        personal = told.count(where: \.isPersonal)
        withdrawn = report.withdrawn
        months = report.raisedByMonth.map { Month(month: $0.month, kind: $0.kind.rawValue, alerts: $0.count) }
        var byDay: [Int: [Occasion]] = [:]
        for alert in report.alerts { byDay[zone.day(of: alert.shown), default: []].append(Occasion(alert, zone)) }
        days = report.days.map { day in
            let date = CivilTime(WallTime(milliseconds: Int64(day.day) * 86_400_000)).date
            return Day(date: date, signs: day.total, alerts: byDay[day.day] ?? [])
        }
        changes = comparison?.changes.map { change in
            switch change {
            case .appears(let alert): Change(change: "appears", alert: Occasion(alert, zone))
            case .vanishes(let alert): Change(change: "vanishes", alert: Occasion(alert, zone))
            case .moves(let old, let new):
                Change(change: "moves", alert: Occasion(new, zone), before: Occasion(old, zone))
            }
        }
        rules = []
        for alert in told {
            let name = alert.rule?.name ?? alert.kind.rawValue
            if let place = rules.firstIndex(where: { $0.rule == name }) {
                rules[place].alerts += 1
            } else {
                rules.append(Count(rule: name, alerts: 1))
            }
        }
        isStuck = report.isStuck
    }

    var line: String {
        let counts = rules.map { "\($0.rule) \($0.alerts)" }.joined(separator: ", ")
        let stuck = isStuck ? "  STUCK: not replayed to its end" : ""
        let alerts = counts.isEmpty ? "no alert" : counts
        return "\(home)  \(days.count) days, \(readings) readings, \(withdrawn) ended in time  \(alerts)\(stuck)"
    }
}

/// What `pullcord replay` prints of all.
struct ReplaySummary: Encodable {
    var homes: [ReplayStory]
    var badLines: Int
    var milliseconds: Int64

    /// The sum, and how often each rule told people in a month of a home.
    var totals: [String] {
        let readings = homes.reduce(0) { $0 + $1.readings }
        let turns = homes.reduce(0) { $0 + $1.turns }
        let days = homes.reduce(0) { $0 + $1.days.count }
        let personal = homes.reduce(0) { $0 + $1.personal }
        let alerts = homes.reduce(0) { $0 + $1.alerts }
        var counts: [(rule: String, alerts: Int)] = []
        for count in homes.flatMap(\.rules) {
            if let place = counts.firstIndex(where: { $0.rule == count.rule }) {
                counts[place].alerts += count.alerts
            } else {
                counts.append((count.rule, count.alerts))
            }
        }
        let rates = counts.map { "\($0.rule) \(Self.rate($0.alerts, days))" }.joined(separator: ", ")
        return [
            "In a month of a home (30 days): \(Self.rate(personal, days)) alerts about people"
                + (rates.isEmpty ? "." : "; \(rates)."),
            "\(homes.count) homes, \(days) days, \(readings) readings, \(turns) turns, \(alerts) alerts in "
                + "\(milliseconds) ms; \(badLines) lines could not be read.",
        ]
    }

    /// So many in thirty days, with two digits behind the point.
    private static func rate(_ count: Int, _ days: Int) -> String {
        guard days > 0 else { return "0" }
        let hundredths = (count * 3_000 + days / 2) / days
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}
