internal import GatewayCore

/// A meter's time, `yymmddhhmmss` and S for summer or W for winter, taken for Central European Time.
///
/// The letter only decides in the hour that comes twice: some meters write S all the year (dsmr-parser
/// `value_types`). No reading depends on it; people see it.
struct MeterTime: Hashable, Sendable {
    /// Seconds since 1970-01-01T00:00Z.
    let seconds: Int

    /// Nil for what is no such time, as the "never" of some meters.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 12 || bytes.count == 13 else { return nil }
        var parts: [Int] = []
        for place in stride(from: 0, to: 12, by: 2) {
            guard let tens = Self.digit(bytes[place]), let ones = Self.digit(bytes[place + 1]) else { return nil }
            parts.append(tens * 10 + ones)
        }
        let isLater = bytes.count == 13 && bytes[12] == UInt8(ascii: "W")
        guard bytes.count == 12 || isLater || bytes[12] == UInt8(ascii: "S") else { return nil }
        // As C and Python: 69 to 99 lie in the last century.
        let year = parts[0] < 69 ? 2_000 + parts[0] : 1_900 + parts[0]
        guard (1...12).contains(parts[1]), (1...Self.days(year, parts[1])).contains(parts[2]), parts[3] < 24,
            parts[4] < 60, parts[5] < 60
        else { return nil }
        let local =
            CivilTime.day(year: year, month: parts[1], day: parts[2]) * 86_400 + parts[3] * 3_600 + parts[4] * 60
            + parts[5]
        seconds = local - Self.offset(ofLocal: local, year: year, isLater: isLater)
    }

    /// "2016-11-07T18:00:00+00:00".
    var text: String {
        let civil = CivilTime(WallTime(milliseconds: Int64(seconds) * 1_000))
        return "\(civil.date)T\(civil.clock):\(civil.second.padded(to: 2))+00:00"
    }

    private static func digit(_ byte: UInt8) -> Int? {
        (0x30...0x39).contains(byte) ? Int(byte - 0x30) : nil
    }

    private static func days(_ year: Int, _ month: Int) -> Int {
        let next = month == 12 ? (year + 1, 1) : (year, month + 1)
        return CivilTime.day(year: next.0, month: next.1, day: 1) - CivilTime.day(year: year, month: month, day: 1)
    }

    /// Summer time lasts from the last Sunday of March, 02:00, to the last of October, 03:00 (Directive
    /// 2000/84/EC, and the ones before it since 1996); no meter with this port is older.
    private static func offset(ofLocal local: Int, year: Int, isLater: Bool) -> Int {
        guard year >= 1_996 else { return 3_600 }
        let spring = lastSunday(year, 3) * 86_400 + 2 * 3_600
        let autumn = lastSunday(year, 10) * 86_400 + 3 * 3_600
        let isSummer =
            if local < spring || local >= autumn {
                false
            } else if local < spring + 3_600 {
                isLater
            } else if local >= autumn - 3_600 {
                !isLater
            } else {
                true
            }
        return isSummer ? 7_200 : 3_600
    }

    private static func lastSunday(_ year: Int, _ month: Int) -> Int {
        let last = CivilTime.day(year: year, month: month, day: 31)
        // Day 3, 1970-01-04, was a Sunday.
        return last - (last - 3) % 7
    }
}
