internal import GatewayCore

/// Durations as scenarios write them: "5m", "1h30m", "250ms", "3y".
enum ScenarioDuration {
    /// The largest first; the year has 365 days, and is only read.
    private static let units: [(name: String, nanoseconds: Int64)] = [
        ("d", 86_400_000_000_000), ("h", 3_600_000_000_000), ("m", 60_000_000_000), ("s", 1_000_000_000),
        ("ms", 1_000_000), ("us", 1_000), ("ns", 1),
    ]
    private static let readUnits = [("y", 31_536_000_000_000_000), ("w", 604_800_000_000_000)] + units

    /// - Precondition: not negative.
    static func text(_ duration: Duration) -> String {
        var rest = duration.nanoseconds
        precondition(rest >= 0, "A duration in a scenario is not negative.")
        var text = ""
        for unit in units where rest >= unit.nanoseconds {
            text += "\(rest / unit.nanoseconds)\(unit.name)"
            rest %= unit.nanoseconds
        }
        return text.isEmpty ? "0s" : text
    }

    /// Nil for what is no duration, or one beyond `SimulationLimits.longestDuration`.
    static func parse(_ text: some StringProtocol) -> Duration? {
        var total: Int64 = 0
        var rest = text.utf8[...]
        guard !rest.isEmpty else { return nil }
        while !rest.isEmpty {
            let digits = rest.prefix { (48...57).contains($0) }
            rest = rest.dropFirst(digits.count)
            let letters = rest.prefix { !(48...57).contains($0) }
            rest = rest.dropFirst(letters.count)
            guard (1...15).contains(digits.count), let count = Int64(String(decoding: digits, as: UTF8.self)),
                let unit = readUnits.first(where: { $0.0.utf8.elementsEqual(letters) })
            else { return nil }
            let (part, overflow) = count.multipliedReportingOverflow(by: Int64(unit.1))
            let (sum, tooLong) = total.addingReportingOverflow(part)
            guard !overflow, !tooLong, sum <= SimulationLimits.longestDuration.nanoseconds else { return nil }
            total = sum
        }
        return .nanoseconds(total)
    }
}
