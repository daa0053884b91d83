import GatewayCore

/// DC-09's time stamp: UTC, in the order of the United States, `_HH:MM:SS,MM-DD-YYYY`.
enum DC09Timestamp {
    static let length = 20

    static func text(of time: WallTime) -> String {
        let civil = CivilTime(time)
        let date = "\(civil.month.padded(to: 2))-\(civil.day.padded(to: 2))-\(civil.year.padded(to: 4))"
        return "_\(civil.clock):\(civil.second.padded(to: 2)),\(date)"
    }

    /// Nil for anything else, such as a day before its month.
    static func time(of text: String) -> WallTime? {
        let bytes = Array(text.utf8)
        let separators: [(Int, Unicode.Scalar)] = [(0, "_"), (3, ":"), (6, ":"), (9, ","), (12, "-"), (15, "-")]
        guard bytes.count == length, separators.allSatisfy({ UInt32(bytes[$0.0]) == $0.1.value }),
            let hour = number(bytes[1...2]), hour < 24, let minute = number(bytes[4...5]), minute < 60,
            let second = number(bytes[7...8]), second < 61, let month = number(bytes[10...11]),
            (1...12).contains(month), let day = number(bytes[13...14]), (1...31).contains(day),
            let year = number(bytes[16...19])
        else { return nil }
        let days = CivilTime.day(year: year, month: month, day: day)
        return WallTime(milliseconds: Int64(days * 86_400 + hour * 3_600 + minute * 60 + second) * 1_000)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            value = value * 10 + Int(digit - 0x30)
        }
        return value
    }
}
