internal import GatewayCore
internal import GatewaySettings

extension AlertAccount {
    /// For people, step by step.
    package var text: [String] {
        let marks = (isTest ? ", a test" : "") + (isOnTrial ? ", on trial: nobody was told" : "")
        var lines = ["\(alert): \(priority.rawValue), \(kind.title): \(title), now \(state)\(marks)", "", "why it was"]
        lines += signs.map { "  \($0.localTime)  read      \($0.words)" }
        if signs.isEmpty { lines.append("  \(happenedLocal)  happened") }
        if heldMilliseconds >= 1_000 {
            let held = DurationText.write(.milliseconds(heldMilliseconds / 1_000 * 1_000))
            lines.append("  it had been so since \(happenedLocal), for \(held), when it was noticed")
        }
        if let finder {
            lines.append("  found by the rule \(finder.rule) (\(finder.kind): \(finder.title))")
            lines.append("  which watches for this: \(finder.summary)")
        } else {
            lines.append("  found by the gateway itself, or by a rule that the settings no longer name")
        }
        if occurrences > 1 { lines.append("  it came \(occurrences) times") }
        if clock == .unsynchronised { lines.append("  the clock was not set then; its times may be wrong") }
        lines += ["", "what followed (\(zone))"]
        lines += story
        if !told.isEmpty { lines += ["", "told: \(told.joined(separator: ", "))"] }
        return lines
    }

    private var story: [String] {
        guard !lines.isEmpty else { return ["  the ledger no longer has its story"] }
        var shown = lines.map { line in
            "  \(line.localTime)  \(Self.padded("+" + Self.after(line.afterMilliseconds)))  \(line.text)"
        }
        // They lie after as many as the desk asked for at most.
        let gap = min(lines.count, DaemonLimits.storyLines / 2)
        if omitted > 0 { shown.insert("  … \(omitted) lines are left out …", at: gap) }
        return shown
    }

    /// "1m10s"; below a minute with tenths, which matter for a call.
    private static func after(_ milliseconds: Int64) -> String {
        let time = max(0, milliseconds)
        if time < 60_000 { return "\(time / 1_000).\(time / 100 % 10)s" }
        return DurationText.write(.milliseconds(time / 1_000 * 1_000))
    }

    private static func padded(_ text: String) -> String {
        text + String(repeating: " ", count: max(0, 8 - text.count))
    }
}
