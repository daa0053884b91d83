import GatewayCore
import Simulation

/// What other settings would change, for people: `-` vanishes, `+` appears, `~` moves.
struct ComparisonText {
    private let comparison: ReplayComparison
    private let report: ReplayReport

    init(_ comparison: ReplayComparison, _ report: ReplayReport) {
        self.comparison = comparison
        self.report = report
    }

    var lines: [String] {
        let appear = comparison.changes.count { if case .appears = $0 { true } else { false } }
        let vanish = comparison.changes.count { if case .vanishes = $0 { true } else { false } }
        let move = comparison.changes.count - appear - vanish
        return comparison.changes.map(line)
            + ["\(appear) alerts appear, \(vanish) vanish, \(move) move, \(comparison.same) stay as they are."]
    }

    private func line(_ change: ReplayComparison.Change) -> String {
        switch change {
        case .appears(let alert): return "+ \(time(alert)) \(words(alert))"
        case .vanishes(let alert): return "- \(time(alert)) \(words(alert))"
        case .moves(let old, let new):
            let priority = old.priority == new.priority ? "" : ", \(old.priority.rawValue) before"
            return "~ \(time(new)) \(words(new)), told at \(time(old)) before\(priority)"
        }
    }

    private func words(_ alert: ReplayedAlert) -> String {
        "\(alert.priority.rawValue): \(alert.title)" + (alert.rule.map { " (\($0))" } ?? "")
    }

    private func time(_ alert: ReplayedAlert) -> String {
        let civil = report.zone.civil(alert.shown)
        return "\(civil.date) \(civil.clock)"
    }
}
