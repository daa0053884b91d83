internal import GatewayCore

/// Activity and alerts of homes by day, as one SVG that needs nothing else: a row for each day, a field for each
/// hour, a mark for each alert. Light and dark as the reader's screen.
package struct ReplayDrawing {
    private let reports: [ReplayReport]

    package init(_ reports: [ReplayReport]) {
        self.reports = reports
    }

    private static let left = 112
    private static let hour = 20
    private static let row = 16
    private static let head = 44
    private static let width = left + 24 * hour + 400

    private static let style = """
        <style>
        svg { --paper: #ffffff; --ink: #1d2430; --faint: #69717f; --line: #d5d9e0; --sign: #2f6fb2; --unseen: #b9bec8;
          --emergency: #b3001b; --urgent: #d1490c; --concern: #9a6b00; --fault: #6b4fa0; --notice: #69717f; }
        @media (prefers-color-scheme: dark) {
          svg { --paper: #12161d; --ink: #e8ebf0; --faint: #98a1b0; --line: #2c3440; --sign: #6fb0f5; --unseen: #4a5362;
            --emergency: #ff6b7a; --urgent: #ff9a5c; --concern: #e6bb4d; --fault: #b79cf0; --notice: #98a1b0; }
        }
        .paper { fill: var(--paper); } text { fill: var(--ink); font: 11px system-ui, sans-serif; }
        .title { font-size: 14px; font-weight: 600; } .faint { fill: var(--faint); }
        .line { stroke: var(--line); } .sign { fill: var(--sign); } .unseen { fill: var(--unseen); }
        .mark { stroke: var(--paper); stroke-width: 1; } .quiet { fill-opacity: 0.25; }
        .emergency { fill: var(--emergency); } .urgent { fill: var(--urgent); } .concern { fill: var(--concern); }
        .fault { fill: var(--fault); } .notice { fill: var(--notice); }
        </style>
        """

    package var svg: String {
        var parts: [String] = []
        var top = 8
        var rows = 0
        for report in reports where !report.days.isEmpty {
            let days = Array(report.days.prefix(max(0, ReplayLimits.days - rows)))
            guard !days.isEmpty else { break }
            rows += days.count
            parts.append(draw(report, days, top))
            top += Self.head + days.count * Self.row + 24
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.width) \(top)" width="\(Self.width)" \
            height="\(top)" role="img" aria-label="Activity and alerts by day">
            \(Self.style)
            <rect class="paper" width="100%" height="100%"/>
            \(parts.joined(separator: "\n"))
            </svg>

            """
    }

    private func draw(_ report: ReplayReport, _ days: [ReplayedDay], _ top: Int) -> String {
        let told = report.alerts.count { $0.raised != nil }
        let name = XMLText.escaped(report.home)
        var lines = [
            #"<text class="title" x="8" y="\#(top + 14)">\#(name)</text>"#,
            #"<text class="faint" x="8" y="\#(top + 30)">\#(days.count) days, \#(told) alerts told</text>"#,
        ]
        let first = top + Self.head
        for hour in stride(from: 0, through: 24, by: 6) {
            let x = Self.left + hour * Self.hour
            lines.append(#"<text class="faint" x="\#(x - 4)" y="\#(first - 4)">\#(hour)</text>"#)
            lines.append(
                #"<line class="line" x1="\#(x)" x2="\#(x)" y1="\#(first)" y2="\#(first + days.count * Self.row)"/>"#)
        }
        let busiest = max(1, days.flatMap(\.hours).max() ?? 1)
        var alerts: [Int: [ReplayedAlert]] = [:]
        for alert in report.alerts { alerts[report.zone.day(of: alert.shown), default: []].append(alert) }
        for (number, day) in days.enumerated() {
            let y = first + number * Self.row
            lines.append(#"<text class="faint" x="8" y="\#(y + 12)">\#(ReplayChart.name(day.day))</text>"#)
            lines += fields(report, day, y, busiest)
            lines += marks(report, alerts[day.day] ?? [], y)
        }
        return lines.joined(separator: "\n")
    }

    private func fields(_ report: ReplayReport, _ day: ReplayedDay, _ y: Int, _ busiest: Int) -> [String] {
        (0..<24).compactMap { hour in
            let x = Self.left + hour * Self.hour + 1
            let count = day.hours[hour]
            if count > 0 {
                let height = max(2, count * (Self.row - 3) / busiest)
                return #"<rect class="sign" x="\#(x)" y="\#(y + Self.row - 1 - height)" width="\#(Self.hour - 2)" "#
                    + #"height="\#(height)"><title>\#(hour):00 to \#(hour + 1):00: \#(count)</title></rect>"#
            }
            let middle = report.zone.instant(of: TimeOfDay(minutes: hour * 60 + 30), onDay: day.day)
            guard report.isUnseen(at: middle) else { return nil }
            return #"<rect class="unseen" x="\#(x)" y="\#(y + 6)" width="\#(Self.hour - 2)" height="3">"#
                + "<title>unseen</title></rect>"
        }
    }

    private func marks(_ report: ReplayReport, _ alerts: [ReplayedAlert], _ y: Int) -> [String] {
        var lines: [String] = []
        for alert in alerts {
            let civil = report.zone.civil(alert.shown)
            let x = Self.left + (civil.hour * 60 + civil.minute) * Self.hour / 60
            let isQuiet = alert.isOnTrial || alert.isWithdrawn
            let words = XMLText.escaped("\(civil.clock) \(alert.priority.rawValue): \(alert.title)")
            let state = alert.isOnTrial ? ", on trial" : isQuiet ? ", ended in time" : ""
            lines.append(
                #"<circle class="mark \#(alert.priority.rawValue)\#(isQuiet ? " quiet" : "")" cx="\#(x)" "#
                    + #"cy="\#(y + 8)" r="5"><title>\#(words)\#(state)</title></circle>"#)
        }
        let told = alerts.filter { !$0.isOnTrial && !$0.isWithdrawn }
        guard let first = told.first else { return lines }
        let more = told.count > 1 ? " and \(told.count - 1) more" : ""
        let words = XMLText.escaped(report.zone.civil(first.shown).clock + " " + first.title + more)
        let x = Self.left + 24 * Self.hour + 12
        lines.append(#"<text class="\#(first.priority.rawValue)" x="\#(x)" y="\#(y + 12)">\#(words)</text>"#)
        return lines
    }
}
