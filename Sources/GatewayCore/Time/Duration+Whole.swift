extension Duration {
    /// Whole nanoseconds, clamped to what 64 bits hold (292 years).
    package var nanoseconds: Int64 {
        let (seconds, attoseconds) = components
        let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        if overflow { return seconds < 0 ? .min : .max }
        return whole &+ attoseconds / 1_000_000_000
    }

    /// Whole milliseconds, rounded towards zero.
    package var milliseconds: Int64 { nanoseconds / 1_000_000 }

    /// Whole seconds, rounded towards zero.
    package var wholeSeconds: Int64 { components.seconds }

    /// The same length, never negative.
    var magnitude: Duration { self < .zero ? .zero - self : self }

    package static func minutes(_ count: Int64) -> Duration { .seconds(count * 60) }
    package static func hours(_ count: Int64) -> Duration { .seconds(count * 3_600) }
    package static func days(_ count: Int64) -> Duration { .seconds(count * 86_400) }

    /// Exactly, to the second, as settings write it: "10s", "2h30m", "1d".
    package var inUnits: String {
        var rest = max(0, wholeSeconds)
        var text = ""
        for (unit, length) in [("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1)] as [(String, Int64)] {
            if rest >= length { text += "\(rest / length)\(unit)" }
            rest %= length
        }
        return text.isEmpty ? "0s" : text
    }

    /// In words for a person: "40 seconds", "14 minutes", "3 hours", "2 days".
    package var inWords: String {
        let seconds = max(0, wholeSeconds)
        func count(_ number: Int64, _ unit: String) -> String {
            "\(number) \(unit)\(number == 1 ? "" : "s")"
        }
        if seconds < 90 { return count(seconds, "second") }
        if seconds < 90 * 60 { return count((seconds + 30) / 60, "minute") }
        if seconds < 36 * 3_600 { return count((seconds + 1_800) / 3_600, "hour") }
        return count((seconds + 43_200) / 86_400, "day")
    }
}
