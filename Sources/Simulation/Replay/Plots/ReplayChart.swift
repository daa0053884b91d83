internal import GatewayCore

/// Activity and alerts of a home by day, for a terminal: a row for each day, a sign for each hour.
package struct ReplayChart {
    private let report: ReplayReport

    package init(_ report: ReplayReport) {
        self.report = report
    }

    private static let bars: [Character] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let headline = "               0     6     12    18       signs"

    package var lines: [String] {
        guard !report.days.isEmpty else { return [] }
        let busiest = max(1, report.days.flatMap(\.hours).max() ?? 1)
        var alerts: [Int: [ReplayedAlert]] = [:]
        for alert in report.alerts { alerts[report.zone.day(of: alert.shown), default: []].append(alert) }
        var lines = [Self.headline]
        for day in report.days {
            let hours = (0..<24).map { hour in sign(day, hour, busiest) }
            let total = String(day.total)
            let padding = String(repeating: " ", count: max(0, 6 - total.count))
            let row = "\(Self.name(day.day)) │\(String(hours))│\(padding)\(total)"
            let found = (alerts[day.day] ?? []).map(sentence)
            lines.append(row + (found.first.map { "  " + $0 } ?? ""))
            let indent = String(repeating: " ", count: row.count + 2)
            lines += found.dropFirst().map { indent + $0 }
        }
        return lines
    }

    private func sign(_ day: ReplayedDay, _ hour: Int, _ busiest: Int) -> Character {
        let count = day.hours[hour]
        if count > 0 { return Self.bars[max(1, (count * 8 + busiest - 1) / busiest)] }
        let middle = report.zone.instant(of: TimeOfDay(minutes: hour * 60 + 30), onDay: day.day)
        return report.isUnseen(at: middle) ? "×" : " "
    }

    /// "11:05 urgent: No sign of getting up (no-morning)".
    private func sentence(_ alert: ReplayedAlert) -> String {
        let clock = report.zone.civil(alert.shown).clock
        let sign = alert.isOnTrial || alert.isWithdrawn ? "○" : "●"
        let state =
            if alert.isOnTrial {
                ", on trial"
            } else if alert.isWithdrawn {
                ", ended in time"
            } else {
                ""
            }
        let name = alert.rule.map { " (\($0)\(state))" } ?? (state.isEmpty ? "" : " (\(state.dropFirst(2)))")
        return "\(sign) \(clock) \(alert.priority.rawValue): \(alert.title)\(name)"
    }

    /// "2019-05-29 Wed".
    static func name(_ day: Int) -> String {
        let date = CivilTime(WallTime(milliseconds: Int64(day) * 86_400_000)).date
        // Day 0 was a Thursday.
        return "\(date) \(weekdays[((day + 3) % 7 + 7) % 7])"
    }
}

extension ReplayReport {
    /// Whether a path was down then.
    func isUnseen(at time: WallTime) -> Bool {
        gaps.contains { gap in gap.from <= time && gap.to.map { time < $0 } ?? true }
    }
}
