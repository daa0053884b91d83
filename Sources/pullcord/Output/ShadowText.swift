import GatewayCore
import GatewayDaemon

/// What rules on trial found, for people.
struct ShadowText {
    let report: ShadowReport

    init(_ report: ShadowReport) {
        self.report = report
    }

    var lines: [String] {
        guard !report.rules.isEmpty else { return ["No rule is on trial, and none was since \(report.localFrom)."] }
        var lines = ["On trial since \(report.localFrom):"]
        for rule in report.rules { lines += self.lines(of: rule) }
        if report.isCut { lines.append("The ledger holds more alerts of that time than were looked at.") }
        return lines
    }

    private func lines(of rule: ShadowReport.Rule) -> [String] {
        let often = rule.count == 0 ? "never" : rule.count == 1 ? "once" : "\(rule.count) times"
        let ended = rule.isOnTrial ? "" : ", no longer on trial"
        var lines = ["\(rule.id): \(rule.title) (\(rule.priority.rawValue)\(ended)): \(often)"]
        if rule.count > 1 { lines.append("  by the hour from midnight: \(hours(rule.hours))") }
        if rule.count > rule.times.count, !rule.times.isEmpty { lines.append("  the newest \(rule.times.count):") }
        lines += rule.times.map(line)
        return lines
    }

    /// "2 0 0 0 0 0 · 1 0 …": six hours to a part.
    private func hours(_ hours: [Int]) -> String {
        stride(from: 0, to: 24, by: 6).map { first in
            hours[first..<first + 6].map(String.init).joined(separator: " ")
        }.joined(separator: " · ")
    }

    private func line(_ time: ShadowReport.Time) -> String {
        var text = "  \(time.local) " + (time.localEnd.map { "until \($0)" } ?? "and still so")
        if let device = time.device { text += ", \(device)" }
        if let detail = time.detail { text += ": \(detail)" }
        for beside in time.beside {
            text += "; people were told \"\(beside.title)\""
            text += beside.takenBy.map { ", which \($0) took" } ?? ", which nobody took"
        }
        return text
    }
}
