internal import GatewayCore

extension RuleAccount {
    /// For people.
    package var text: [String] {
        let trial = standing.isOnTrial ? ", on trial" : ""
        var lines = [
            "\(standing.rule) (\(standing.kind): \(standing.title)), \(standing.priority.rawValue)\(trial)",
            "  watches for this: \(standing.summary)",
            "  at home it is \(localTime) (\(zone.name)), mode \(mode.rawValue)", "", verdict, "", "watches",
        ]
        lines += standing.watched.map { "  \($0.name): \(words($0))" }
        if standing.watched.isEmpty { lines.append("  no device") }
        if !standing.conditions.isEmpty { lines += ["", "conditions"] + standing.conditions.map(words) }
        var more: [String] = []
        if let deadline = standing.deadline { more.append("looks again by itself at \(local(deadline))") }
        if let window = standing.counts { more.append("counts at \(window.clock)") }
        more += standing.waits.map { "waits: \($0.words)" }
        more += standing.withheld.map { "has found and keeps back: \($0.kind.title), since \(local($0.since))" }
        more += standing.blindness.map { "cannot see because of \($0)" }
        more += standing.alerts.map { alert in
            let trial = alert.isOnTrial ? ", on trial" : ""
            return "raised \(alert.alert) at \(local(alert.happened)): \(alert.state)\(trial)"
        }
        return more.isEmpty ? lines : lines + [""] + more
    }

    private func words(_ watched: RuleStanding.Watched) -> String {
        let unseen = watched.isUnseen ? "; cannot be heard now" : ""
        guard let value = watched.value, let told = watched.told else {
            return "\(watched.capability.words): never told\(unseen)"
        }
        return "\(watched.capability.words(for: value)), told \(local(told))\(unseen)"
    }

    private func words(_ condition: ConditionStanding) -> String {
        let about = condition.device.map { name($0) + ": " } ?? ""
        let since = condition.since.map { ", since \(local($0))" } ?? ""
        let due = condition.due.map { ", counts at \(local($0))" } ?? ""
        let found = condition.isFound ? ", found" : ""
        return "  \(about)\(condition.what): \(condition.truth.rawValue)\(since)\(due)\(found)"
    }

    private func name(_ device: DeviceID) -> String {
        standing.watched.first { $0.device == device }?.name ?? device.name
    }


    private func local(_ time: WallTime) -> String { zone.dateAndClock(time) }
}
