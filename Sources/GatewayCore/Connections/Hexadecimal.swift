/// Bytes in pairs of hexadecimal digits, as keys, addresses and frames are written.
package enum Hexadecimal {
    private static let digits = Array("0123456789ABCDEF".utf8)
    private static let lowerCaseDigits = Array("0123456789abcdef".utf8)

    /// "01FF", in ASCII.
    package static func text(of bytes: some Sequence<UInt8>) -> [UInt8] {
        bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    }

    /// "01ff".
    package static func lowerCase(_ bytes: some Sequence<UInt8>) -> String {
        let text = bytes.flatMap { [lowerCaseDigits[Int($0 >> 4)], lowerCaseDigits[Int($0 & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }

    /// Nil where a character is no digit or one is left over.
    package static func bytes(of text: some Sequence<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        var high: UInt8?
        for character in text {
            guard let digit = value(of: character) else { return nil }
            if let first = high {
                bytes.append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        return high == nil ? bytes : nil
    }

    /// Of a digit in either case; nil for another character.
    package static func value(of character: UInt8) -> UInt8? {
        switch character {
        case 0x30...0x39: character - 0x30
        case 0x41...0x46: character - 0x41 + 10
        case 0x61...0x66: character - 0x61 + 10
        default: nil
        }
    }
}
