internal import GatewayCore

/// Dates as a recording has them: `2019-06-28 13:03:29`, with `T` or a space, perhaps with a fraction, without zone.
enum LocalTimestamp {
    /// Milliseconds from 1970-01-01 00:00 of the same clock; nil for anything else and for days that are none.
    static func milliseconds(_ bytes: [UInt8], _ field: Range<Int>) -> Int64? {
        guard field.count >= 19 else { return nil }
        let start = field.lowerBound
        func digits(_ offset: Int, _ count: Int) -> Int? {
            var value = 0
            for place in start + offset..<start + offset + count {
                guard (0x30...0x39).contains(bytes[place]) else { return nil }
                value = value * 10 + Int(bytes[place] - 0x30)
            }
            return value
        }
        guard bytes[start + 4] == 0x2D, bytes[start + 7] == 0x2D, bytes[start + 13] == 0x3A,
            bytes[start + 16] == 0x3A, bytes[start + 10] == 0x20 || bytes[start + 10] == 0x54
        else { return nil }
        guard let year = digits(0, 4), let month = digits(5, 2), let day = digits(8, 2), let hour = digits(11, 2),
            let minute = digits(14, 2), let second = digits(17, 2), (1_970...2_200).contains(year),
            (1...12).contains(month), (1...daysOf(month, year)).contains(day), hour < 24, minute < 60, second < 60
        else { return nil }
        var thousandths = 0
        if field.count > 19 {
            guard bytes[start + 19] == 0x2E, field.count <= 29, field.count > 20,
                let fraction = digits(20, field.count - 20)
            else { return nil }
            thousandths = fraction
            var count = field.count - 20
            while count < 3 {
                thousandths *= 10
                count += 1
            }
            while count > 3 {
                thousandths /= 10
                count -= 1
            }
        }
        let days = CivilTime.day(year: year, month: month, day: day)
        let seconds = Int64(days) * 86_400 + Int64(hour * 3_600 + minute * 60 + second)
        return seconds * 1_000 + Int64(thousandths)
    }

    private static func daysOf(_ month: Int, _ year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
}
