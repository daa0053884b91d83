import GatewayCore

/// The optional end of a line: `*` and two hexadecimal digits, the exclusive or of all bytes before it.
enum LineChecksum {
    static let sentence = "A line's checksum is wrong: something was lost or changed on the way."

    /// The line without its checksum, or itself where it has none; nil where the checksum is wrong.
    static func checked(_ line: [UInt8]) -> [UInt8]? {
        guard line.count >= 3, line[line.count - 3] == UInt8(ascii: "*"),
            let checksum = Hexadecimal.bytes(of: line.suffix(2))?.first
        else { return line }
        let body = line.dropLast(3)
        return body.reduce(0, ^) == checksum ? Array(body) : nil
    }
}
