import GatewayCore

/// A device's own time as Zigbee2MQTT writes `last_seen`.
enum ReportedTime {
    /// `ISO_8601` ("2026-04-17T15:33:20.123Z"), `ISO_8601_local` ("2026-04-17T23:33:20+08:00") and `epoch`
    /// (milliseconds). Nil for anything else; a time without a zone could be any.
    static func wallTime(_ scalar: Scalar) -> WallTime? {
        switch scalar {
        case .number(let value): milliseconds(value)
        case .text(let text): text.utf8.count <= 40 ? parse(Array(text.utf8)) : nil
        default: nil
        }
    }

    /// A time in the one form that a profile names; nil for anything else.
    static func wallTime(_ scalar: Scalar, _ form: DeviceClock.Form) -> WallTime? {
        switch form {
        case .iso8601:
            guard case .text = scalar else { return nil }
            return wallTime(scalar)
        case .unix: return scalar.number.flatMap { milliseconds($0 * 1_000) }
        case .unixMilliseconds: return scalar.number.flatMap(milliseconds)
        }
    }

    private static func milliseconds(_ number: Double) -> WallTime? {
        Int64(exactly: number.rounded()).map(WallTime.init(milliseconds:))
    }

    /// - Returns: whether a device can have meant this time: not more than `DecodingLimits.timeAhead` in the
    ///   future, not older than `DecodingLimits.timeBehind`.
    static func isPlausible(
        _ time: WallTime, at moment: Moment, past: Duration = DecodingLimits.timeBehind,
        future: Duration = DecodingLimits.timeAhead
    ) -> Bool {
        // Beyond any limit, and beyond what can be subtracted.
        guard time.milliseconds.magnitude < 1 << 52 else { return false }
        let age = moment.wall - time
        return age <= past && .zero - age <= future
    }

    private static func parse(_ bytes: [UInt8]) -> WallTime? {
        guard bytes.count >= 20, bytes[4] == dash, bytes[7] == dash, bytes[10] == UInt8(ascii: "T"),
            bytes[13] == colon, bytes[16] == colon,
            let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), (1...12).contains(month),
            let day = number(bytes[8..<10]), (1...31).contains(day),
            let hour = number(bytes[11..<13]), hour < 24, let minute = number(bytes[14..<16]), minute < 60,
            let second = number(bytes[17..<19]), second < 60
        else { return nil }
        var index = 19
        var milliseconds = 0
        if bytes[index] == UInt8(ascii: ".") {
            let digits = bytes[(index + 1)...].prefix { (zero...zero + 9).contains($0) }
            guard (1...9).contains(digits.count), let parsed = number(digits.prefix(3)) else { return nil }
            milliseconds = digits.count == 1 ? parsed * 100 : digits.count == 2 ? parsed * 10 : parsed
            index = digits.endIndex
        }
        guard let offset = offset(bytes[index...]) else { return nil }
        let seconds = ((CivilTime.day(year: year, month: month, day: day) * 24 + hour) * 60 + minute) * 60 + second
        return WallTime(milliseconds: Int64(seconds - offset) * 1_000 + Int64(milliseconds))
    }

    /// "Z", "+08:00" or "+0800" in seconds east of UTC.
    private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
        if bytes.elementsEqual([UInt8(ascii: "Z")]) { return 0 }
        guard let sign = bytes.first, sign == UInt8(ascii: "+") || sign == dash else { return nil }
        let digits = bytes.dropFirst().filter { $0 != colon }
        let hasForm = bytes.count == 5 || (bytes.count == 6 && bytes[bytes.startIndex + 3] == colon)
        guard hasForm, digits.count == 4, let hours = number(digits[0..<2]), hours < 24,
            let minutes = number(digits[2..<4]), minutes < 60
        else { return nil }
        return (hours * 60 + minutes) * 60 * (sign == dash ? -1 : 1)
    }

    private static let dash = UInt8(ascii: "-")
    private static let colon = UInt8(ascii: ":")
    private static let zero = UInt8(ascii: "0")

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            guard (zero...zero + 9).contains(digit) else { return nil }
            value = value * 10 + Int(digit - zero)
        }
        return digits.isEmpty ? nil : value
    }
}
