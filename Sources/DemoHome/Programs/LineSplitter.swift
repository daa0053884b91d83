/// Makes lines of the bytes that a program prints.
struct LineSplitter {
    private var rest: [UInt8] = []

    /// - Returns: the lines that are whole now, without their ends.
    mutating func lines(with bytes: [UInt8]) -> [String] {
        rest += bytes
        var lines: [String] = []
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            lines.append(String(decoding: rest[..<end].prefix(DemoLimits.lineBytes), as: UTF8.self))
            rest.removeSubrange(...end)
        }
        if rest.count > DemoLimits.lineBytes { rest.removeAll() }
        return lines
    }
}
