import GatewayCore

/// Counts, by the plain words of a protocol's document and none of the code under test, the whole frames in a
/// stream that are a press of the enrolled button.
struct PressOracle {
    private let name: String
    private var recent: [UInt8] = []
    /// Longer than any frame that is a press.
    private static let reach = 600

    private(set) var count = 0

    /// Nil where presses of the protocol are not counted: then no button is enrolled in it.
    init?(_ serial: SerialConnection.SerialProtocol) {
        guard ["rfxtrx", "enocean", "json_lines"].contains(serial.rawValue) else { return nil }
        name = serial.rawValue
    }

    mutating func take(_ bytes: [UInt8]) {
        let before = recent.count
        recent += bytes
        for start in max(0, before - Self.reach)..<recent.count {
            if let end = pressEnd(at: start), end > before { count += 1 }
        }
        if recent.count > Self.reach { recent.removeFirst(recent.count - Self.reach) }
    }

    private func pressEnd(at start: Int) -> Int? {
        switch name {
        case "rfxtrx": rfxtrx(start)
        case "enocean": enOcean(start)
        default: line(start)
        }
    }

    /// Meiantech 0a2b3c, panic, with or without tamper.
    private func rfxtrx(_ start: Int) -> Int? {
        guard start + 9 <= recent.count else { return nil }
        let frame = recent[start..<start + 9]
        guard frame.starts(with: [0x08, 0x20, 0x08]), frame.dropFirst(4).starts(with: [0x0A, 0x2B, 0x3C]),
            frame[start + 7] & 0x7F == 6
        else { return nil }
        return start + 9
    }

    /// Rocker 00298979, pressed.
    private func enOcean(_ start: Int) -> Int? {
        guard start + 14 <= recent.count, recent[start] == 0x55, recent[start + 1] == 0, recent[start + 2] == 7,
            recent[start + 4] == 1, Self.checksum(recent[start + 1...start + 4]) == recent[start + 5]
        else { return nil }
        let last = start + 13 + Int(recent[start + 3])
        guard last < recent.count, Self.checksum(recent[start + 6..<last]) == recent[last] else { return nil }
        let data = recent[start + 6..<start + 13]
        guard data.first == 0xF6, recent[start + 7] & 0x10 != 0,
            recent[start + 8...start + 11].elementsEqual([0x00, 0x29, 0x89, 0x79])
        else { return nil }
        return last + 1
    }

    /// A line that names the button and its press, however it is spelt in between.
    private func line(_ start: Int) -> Int? {
        guard start == 0 || recent[start - 1] == 10 || recent[start - 1] == 13,
            let end = recent[start...].firstIndex(where: { $0 == 10 || $0 == 13 })
        else { return nil }
        let text = String(decoding: recent[start..<end], as: UTF8.self)
        return text.contains("present") && text.contains("emergency") ? end + 1 : nil
    }

    /// Bit by bit.
    private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt8 {
        var rest: UInt8 = 0
        for byte in bytes {
            rest ^= byte
            for _ in 0..<8 { rest = rest & 0x80 == 0 ? rest << 1 : (rest << 1) ^ 0x07 }
        }
        return rest
    }
}
