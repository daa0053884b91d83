/// What a run showed.
package struct SimulationReport: Sendable {
    package var seed: UInt64
    package var days: Int
    package var counts: SimulationCounts
    package var violations: [Violation]
    /// The shortest scenario in which the first violation still happens, as lines; empty when all was kept.
    package var story: [String]
    /// The same scenario as text, to be kept and read again; nil when all was kept.
    package var scenario: String?
    /// A number that two equal runs share.
    package var digest: UInt64

    /// Whether every promise was kept.
    package var isKept: Bool { violations.isEmpty }

    /// For people: what was seen, and what went wrong.
    package var text: String {
        var lines = [
            "seed \(seed), \(days) day\(days == 1 ? "" : "s"): \(isKept ? "every promise kept" : "PROMISE BROKEN")",
            "\(counts.turns) turns, \(counts.alerts) alerts, \(counts.deliveries) deliveries, "
                + "\(counts.announcements) announcements, \(counts.failedWrites) failed writes",
        ]
        if isKept {
            for (name, count) in counts.visited.sorted(by: { $0.key < $1.key }) { lines.append("  \(name): \(count)") }
        } else {
            lines += violations.map(\.description)
            lines.append("The shortest way to it that was found:")
            lines += story.suffix(SimulationLimits.printedLines).map { "  " + $0 }
            if let scenario { lines += ["As a scenario:", scenario] }
        }
        return lines.joined(separator: "\n")
    }
}
