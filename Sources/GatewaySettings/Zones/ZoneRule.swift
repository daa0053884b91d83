internal import GatewayCore

/// The law of a zone for all years to come, as POSIX writes it: "GMT0BST,M3.5.0/1,M10.5.0".
///
/// RFC 9636, section 3.3.1, with its extension: times of a change from -167 to 167 hours.
struct ZoneRule {
    /// Seconds east of UTC.
    private(set) var standardOffset: Int
    private var summer: Summer?

    private struct Summer {
        var offset: Int
        var begins: Change
        var ends: Change
    }

    private struct Change {
        enum Day {
            /// 1–365; 29 February is never counted.
            case julian(Int)
            /// 0–365; 29 February is counted.
            case ordinal(Int)
            /// The week's day (0 is Sunday) in a week of a month; week 5 is the last.
            case weekday(month: Int, week: Int, day: Int)
        }

        var day: Day
        /// Seconds after midnight by the clocks before the change.
        var time: Int
    }

    init?(_ text: String) {
        var rest = Substring(text)
        guard Self.name(&rest), let west = Self.time(&rest) else { return nil }
        standardOffset = -west
        if rest.isEmpty { return }
        guard Self.name(&rest) else { return nil }
        var offset = standardOffset + 3_600
        if rest.first != "," {
            guard let west = Self.time(&rest) else { return nil }
            offset = -west
        }
        guard let begins = Self.change(&rest), let ends = Self.change(&rest), rest.isEmpty else { return nil }
        summer = Summer(offset: offset, begins: begins, ends: ends)
    }

    /// The changes of a year in order of time, as seconds since 1970.
    func changes(in year: Int) -> [(time: Int64, offset: Int)] {
        guard let summer else { return [] }
        let begins = Self.local(summer.begins, year) - Int64(standardOffset)
        let ends = Self.local(summer.ends, year) - Int64(summer.offset)
        let changes = [(time: begins, offset: summer.offset), (time: ends, offset: standardOffset)]
        return begins < ends ? changes : changes.reversed()
    }

    private static func local(_ change: Change, _ year: Int) -> Int64 {
        let newYear = CivilTime.day(year: year, month: 1, day: 1)
        let day: Int
        switch change.day {
        case .ordinal(let number): day = newYear + number
        case .julian(let number):
            let isLeap = CivilTime.day(year: year, month: 3, day: 1) - newYear == 60
            day = newYear + number - 1 + (isLeap && number >= 60 ? 1 : 0)
        case .weekday(let month, let week, let weekday):
            let first = CivilTime.day(year: year, month: month, day: 1)
            let next =
                month == 12
                ? CivilTime.day(year: year + 1, month: 1, day: 1)
                : CivilTime.day(year: year, month: month + 1, day: 1)
            // 1970-01-01 was a Thursday.
            let firstWeekday = ((first + 4) % 7 + 7) % 7
            var found = first + (weekday - firstWeekday + 7) % 7 + (week - 1) * 7
            if found >= next { found -= 7 }
            day = found
        }
        return Int64(day) * 86_400 + Int64(change.time)
    }

    // MARK: - Reading

    /// At least three letters, or anything in angle brackets.
    private static func name(_ rest: inout Substring) -> Bool {
        if rest.first == "<" {
            guard let end = rest.firstIndex(of: ">") else { return false }
            rest = rest[rest.index(after: end)...]
            return true
        }
        let letters = rest.prefix { $0.isASCII && $0.isLetter }
        rest = rest.dropFirst(letters.count)
        return letters.count >= 3
    }

    /// "[+-]hh[:mm[:ss]]" in seconds.
    private static func time(_ rest: inout Substring) -> Int? {
        var sign = 1
        if let first = rest.first, first == "+" || first == "-" {
            if first == "-" { sign = -1 }
            rest = rest.dropFirst()
        }
        guard let hours = number(&rest, 0...167) else { return nil }
        var seconds = hours * 3_600
        for unit in [60, 1] where rest.first == ":" {
            rest = rest.dropFirst()
            guard let part = number(&rest, 0...59) else { return nil }
            seconds += part * unit
        }
        return sign * seconds
    }

    /// ",M3.5.0/1", ",J60" or ",59/-1".
    private static func change(_ rest: inout Substring) -> Change? {
        guard rest.first == "," else { return nil }
        rest = rest.dropFirst()
        let day: Change.Day
        switch rest.first {
        case "M":
            rest = rest.dropFirst()
            guard let month = number(&rest, 1...12), point(&rest), let week = number(&rest, 1...5), point(&rest),
                let weekday = number(&rest, 0...6)
            else { return nil }
            day = .weekday(month: month, week: week, day: weekday)
        case "J":
            rest = rest.dropFirst()
            guard let number = number(&rest, 1...365) else { return nil }
            day = .julian(number)
        default:
            guard let number = number(&rest, 0...365) else { return nil }
            day = .ordinal(number)
        }
        guard rest.first == "/" else { return Change(day: day, time: 7_200) }
        rest = rest.dropFirst()
        return time(&rest).map { Change(day: day, time: $0) }
    }

    private static func point(_ rest: inout Substring) -> Bool {
        guard rest.first == "." else { return false }
        rest = rest.dropFirst()
        return true
    }

    private static func number(_ rest: inout Substring, _ range: ClosedRange<Int>) -> Int? {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard (1...3).contains(digits.count), let number = Int(digits), range.contains(number) else { return nil }
        rest = rest.dropFirst(digits.count)
        return number
    }
}
