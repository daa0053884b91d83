/// A wall time taken apart in the proleptic Gregorian calendar, at a given offset from UTC.
package struct CivilTime: Hashable, Sendable {
    package var year: Int
    /// 1–12.
    package var month: Int
    /// 1–31.
    package var day: Int
    /// 0–23.
    package var hour: Int
    package var minute: Int
    package var second: Int
    package var millisecond: Int
    /// 1 = Monday … 7 = Sunday (ISO 8601).
    package var weekday: Int

    /// - Parameter offset: seconds east of UTC.
    package init(_ time: WallTime, offset: Int = 0) {
        let local = time.milliseconds &+ Int64(offset) * 1_000
        let days = Int(local.flooredQuotient(by: 86_400_000))
        // Wrapping, because the day in which 64 bits begin does not begin in them.
        let rest = Int(local &- Int64(days) &* 86_400_000)
        (year, month, day) = Self.date(ofDay: days)
        hour = rest / 3_600_000
        minute = rest / 60_000 % 60
        second = rest / 1_000 % 60
        millisecond = rest % 1_000
        weekday = ((days + 3) % 7 + 7) % 7 + 1
    }

    /// Days since 1970-01-01 to a date; after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    private static func date(ofDay day: Int) -> (Int, Int, Int) {
        let shifted = day + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// Days since 1970-01-01 of a date; the inverse of the above.
    package static func day(year: Int, month: Int, day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// "14:05".
    package var clock: String { "\(hour.padded(to: 2)):\(minute.padded(to: 2))" }

    /// "2026-11-22".
    package var date: String { "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))" }
}

extension WallTime {
    /// RFC 3339 in UTC with milliseconds: "2026-11-22T17:30:34.123Z".
    package var rfc3339: String {
        let civil = CivilTime(self)
        let time = "\(civil.clock):\(civil.second.padded(to: 2)).\(civil.millisecond.padded(to: 3))"
        return "\(civil.date)T\(time)Z"
    }
}

extension Int {
    /// Decimal digits with leading zeros; longer numbers stay whole.
    package func padded(to width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}

extension Int64 {
    func flooredQuotient(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
