/// The optional end of a line: `*` and two hexadecimal digits, the exclusive or of all bytes before it.
enum LineChecksum {
    static let sentence = "A line's checksum is wrong: something was lost or changed on the way."

    /// The line without its checksum, or itself where it has none; nil where the checksum is wrong.
    static func checked(_ line: [UInt8]) -> [UInt8]? {
        guard line.count >= 3, line[line.count - 3] == UInt8(ascii: "*"), let high = digit(line[line.count - 2]),
            let low = digit(line[line.count - 1])
        else { return line }
        let body = line.dropLast(3)
        return body.reduce(0, ^) == high << 4 | low ? Array(body) : nil
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
