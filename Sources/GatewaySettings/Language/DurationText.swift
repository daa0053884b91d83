internal import GatewayCore

/// Durations as people write them: "30s", "5m", "1h30m", "2d".
package enum DurationText {
    package enum Outcome: Hashable {
        case duration(Duration)
        /// Why it is none, and what would be one.
        case refused(String, hint: String)
    }

    /// The largest unit first, each at most once.
    private static let units: [(name: String, length: Duration)] = [
        ("d", .days(1)), ("h", .hours(1)), ("m", .minutes(1)), ("s", .seconds(1)), ("ms", .milliseconds(1)),
    ]

    /// The unit that somebody means by another word: "min", " Minutes", "hrs".
    private static func unit(meantBy word: String) -> String? {
        switch word.lowercased().filter({ $0 != " " }) {
        case "day", "days": "d"
        case "h", "hr", "hrs", "hour", "hours": "h"
        case "m", "min", "mins", "minute", "minutes": "m"
        case "s", "sec", "secs", "second", "seconds": "s"
        case "ms", "msec", "milliseconds": "ms"
        default: nil
        }
    }

    package static func read(_ text: String) -> Outcome {
        let scalars = Array(text.unicodeScalars)
        func refused(_ why: String, _ hint: String) -> Outcome { .refused(why, hint: hint) }
        if !scalars.isEmpty, scalars.allSatisfy({ ("0"..."9").contains($0) }) {
            return refused(
                "`\(text)` has no unit", "write `\(text)s` for seconds, `\(text)m` for minutes or `\(text)h` for hours")
        }
        let example = "write it like `30s`, `5m`, `1h30m` or `2d`"
        var total = Duration.zero
        var index = 0
        var lastUnit = -1
        while index < scalars.count {
            let digits = scalars[index...].prefix { ("0"..."9").contains($0) }
            index += digits.count
            let letters = scalars[index...].prefix { !("0"..."9").contains($0) }
            index += letters.count
            let unit = String(String.UnicodeScalarView(letters))
            if unit.contains(".") || unit.contains(",") {
                return refused("`\(text)` is not a duration", "without fractions: `1h30m` instead of `1.5h`")
            }
            guard let number = Int64(String(String.UnicodeScalarView(digits))), digits.count <= 9 else {
                return refused("`\(text)` is not a duration", example)
            }
            guard let place = units.firstIndex(where: { $0.name == unit }) else {
                let meant = Self.unit(meantBy: unit).map {
                    "write it `\(number)\($0)`; the units are d, h, m, s and ms"
                }
                return refused("`\(text)` is not a duration", meant ?? example)
            }
            guard place > lastUnit else {
                return refused("`\(text)` is not a duration", "the largest unit first, each once: `1h30m`")
            }
            lastUnit = place
            total += units[place].length * Int(number)
        }
        guard !scalars.isEmpty else { return refused("there is no duration", example) }
        guard total <= SettingsLimits.longestDuration else {
            return refused("`\(text)` is too long", "at most \(write(SettingsLimits.longestDuration))")
        }
        return .duration(total)
    }

    /// As `read` reads it.
    package static func write(_ duration: Duration) -> String {
        guard duration > .zero else { return "0s" }
        var rest = duration.milliseconds
        var text = ""
        for unit in units {
            let length = unit.length.milliseconds
            let count = rest / length
            rest %= length
            if count > 0 { text += "\(count)\(unit.name)" }
        }
        return text
    }
}
