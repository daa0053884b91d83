package import GatewayCore

extension WallTime {
    /// Reads an RFC 3339 time stamp with any offset and up to nine digits of fraction; nil for anything else.
    /// Digits below a millisecond are dropped; a leap second counts as the second after it.
    package init?(rfc3339 text: String) {
        var reader = DigitReader(Array(text.utf8))
        guard let year = reader.number(4), reader.take("-"), let month = reader.number(2, in: 1...12),
            reader.take("-"), let day = reader.number(2, in: 1...31), reader.take("T") || reader.take("t"),
            let hour = reader.number(2, in: 0...23), reader.take(":"), let minute = reader.number(2, in: 0...59),
            reader.take(":"), let second = reader.number(2, in: 0...60),
            let fraction = reader.fraction(), let offset = reader.offset(), reader.isAtEnd
        else { return nil }
        let days = CivilTime.day(year: year, month: month, day: day)
        let check = CivilTime(WallTime(milliseconds: Int64(days) * 86_400_000))
        guard check.month == month, check.day == day else { return nil }
        let seconds = days * 86_400 + hour * 3_600 + minute * 60 + second - offset
        self.init(milliseconds: Int64(seconds) * 1_000 + Int64(fraction))
    }
}

/// Reads numbers of fixed width.
private struct DigitReader {
    private let bytes: [UInt8]
    private var next = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { next == bytes.count }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next < bytes.count, UInt32(bytes[next]) == character.value else { return false }
        next += 1
        return true
    }

    mutating func number(_ width: Int, in range: ClosedRange<Int> = 0...9_999) -> Int? {
        guard next + width <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[next..<next + width] {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        next += width
        return range.contains(value) ? value : nil
    }

    /// Milliseconds of an optional fraction.
    mutating func fraction() -> Int? {
        guard take(".") else { return 0 }
        var digits: [Int] = []
        while let digit = number(1) { digits.append(digit) }
        guard (1...9).contains(digits.count) else { return nil }
        return (digits + [0, 0]).prefix(3).reduce(0) { $0 * 10 + $1 }
    }

    /// Seconds east of UTC.
    mutating func offset() -> Int? {
        if take("Z") || take("z") { return 0 }
        let sign = take("+") ? 1 : take("-") ? -1 : 0
        guard sign != 0, let hours = number(2, in: 0...23), take(":"), let minutes = number(2, in: 0...59)
        else { return nil }
        return sign * (hours * 3_600 + minutes * 60)
    }
}
