/// Walks once over the bytes of a JSON text (RFC 8259), and takes out what is asked of it.
///
/// What nobody asks for is passed, and checked as strictly as the rest: no comments, no commas too many, no NaN, no
/// control characters in texts, no numbers with leading zeros. It makes no tree and does not call itself; how deep
/// values may be nested is bounded, and whoever asks for the inside of a value goes no deeper than that.
///
/// - Precondition: the bytes are UTF-8. A text is cut at quotes only, so that it is UTF-8 again.
struct JSONScanner {
    enum Fault: Error {
        case notJSON, tooManyMembers
    }

    enum Kind {
        case object, list, text, number, flag, null
    }

    /// A text as it stands between its quotes.
    struct Quoted {
        var range: Range<Int>
        /// Without escapes.
        var isPlain: Bool
    }

    let bytes: [UInt8]
    private(set) var place: Int
    /// How many objects and arrays are open.
    private(set) var depth = 0

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Begins at the text's first sign; a byte order mark is skipped (RFC 8259, section 8.1).
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        place = bytes.first == 0xEF && bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
        skipBlanks()
    }

    /// The byte at hand; zero, which stands nowhere in JSON, at the end.
    var byte: UInt8 { place < bytes.count ? bytes[place] : 0 }

    var isAtEnd: Bool { place == bytes.count }

    /// JSON's white space (RFC 8259, section 2).
    private mutating func skipBlanks() {
        while place < bytes.count {
            switch bytes[place] {
            case 0x20, 0x09, 0x0A, 0x0D: place += 1
            default: return
            }
        }
    }

    private mutating func take(_ wanted: Unicode.Scalar) throws(Fault) {
        guard byte == UInt8(ascii: wanted) else { throw .notJSON }
        place += 1
    }

    /// Nothing may follow but blanks.
    mutating func end() throws(Fault) {
        skipBlanks()
        guard isAtEnd else { throw .notJSON }
    }

    // MARK: - Objects and arrays

    /// What the value at hand is by its first sign.
    func kind() throws(Fault) -> Kind {
        switch byte {
        case UInt8(ascii: "{"): return .object
        case UInt8(ascii: "["): return .list
        case UInt8(ascii: "\""): return .text
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .flag
        case UInt8(ascii: "n"): return .null
        case UInt8(ascii: "-"), Self.digits: return .number
        default: throw .notJSON
        }
    }

    /// Goes into the object or array at hand. Its members or elements must be read to the last.
    mutating func open() throws(Fault) {
        guard depth < DecodingLimits.nesting else { throw .notJSON }
        depth += 1
        place += 1
        skipBlanks()
    }

    /// The name of the next member, with its value at hand; nil at the end of the object.
    ///
    /// - Parameter count: how many members have been read.
    mutating func nextMember(after count: Int) throws(Fault) -> Quoted? {
        guard try goesOn(after: count, until: UInt8(ascii: "}")) else { return nil }
        let name = try quoted()
        skipBlanks()
        try take(":")
        skipBlanks()
        return name
    }

    /// Whether there is a next element, which then is at hand.
    ///
    /// - Parameter count: how many elements have been read.
    mutating func nextElement(after count: Int) throws(Fault) -> Bool {
        try goesOn(after: count, until: UInt8(ascii: "]"))
    }

    private mutating func goesOn(after count: Int, until end: UInt8) throws(Fault) -> Bool {
        skipBlanks()
        if byte == end {
            place += 1
            depth -= 1
            return false
        }
        if count > 0 {
            try take(",")
            skipBlanks()
        }
        return true
    }

    /// Passes the value at hand, whatever it is.
    mutating func skip() throws(Fault) {
        let outside = depth
        // One bit for each open object (1) or array (0), the innermost lowest.
        var open: UInt64 = 0
        value: while true {
            var count = 1
            switch try kind() {
            case .object, .list:
                open = open << 1 | (byte == UInt8(ascii: "{") ? 1 : 0)
                try self.open()
                count = 0
            case .text: _ = try quoted()
            case .number: _ = try number()
            case .flag: _ = try flag()
            case .null: try null()
            }
            while depth > outside {
                let goesOn =
                    open & 1 == 1 ? try nextMember(after: count) != nil : try nextElement(after: count)
                if goesOn { continue value }
                open >>= 1
                count = 1
            }
            return
        }
    }

    // MARK: - Literals

    mutating func flag() throws(Fault) -> Bool {
        let isTrue = byte == UInt8(ascii: "t")
        try take(word: isTrue ? "true" : "false")
        return isTrue
    }

    mutating func null() throws(Fault) { try take(word: "null") }

    private mutating func take(word: String) throws(Fault) {
        let size = word.utf8.count
        guard bytes.count - place >= size, word.utf8.elementsEqual(bytes[place..<place + size]) else {
            throw .notJSON
        }
        place += size
    }

    // MARK: - Texts

    /// Passes a text. Its escapes are as the grammar wants them; what they mean is seen when it is asked for.
    mutating func quoted() throws(Fault) -> Quoted {
        try take("\"")
        let start = place
        var isPlain = true
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            switch byte {
            case UInt8(ascii: "\""): return Quoted(range: start..<place - 1, isPlain: isPlain)
            case UInt8(ascii: "\\"):
                isPlain = false
                try passEscape()
            case 0x00..<0x20: throw .notJSON
            default: break
            }
        }
        throw .notJSON
    }

    private mutating func passEscape() throws(Fault) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            place += 1
        case UInt8(ascii: "u"):
            guard bytes.count - place > 4, bytes[place + 1...place + 4].allSatisfy({ Self.hex($0) != nil }) else {
                throw .notJSON
            }
            place += 5
        default: throw .notJSON
        }
    }

    static func hex(_ byte: UInt8) -> UInt32? {
        switch byte {
        case digits: UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }

    // MARK: - Numbers

    private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

    /// The double next to the number at hand, as `Double(text)` gives it; infinite where none is near.
    mutating func number() throws(Fault) -> Double {
        let start = place
        let isNegative = byte == UInt8(ascii: "-")
        if isNegative { place += 1 }
        var size: UInt64 = 0
        let first = place
        if byte == UInt8(ascii: "0") { place += 1 } else { try passDigits(&size) }
        var count = place - first
        var decimals = 0
        if byte == UInt8(ascii: ".") {
            place += 1
            let point = place
            try passDigits(&size)
            decimals = place - point
            count += decimals
        }
        var isWritten = count <= Self.exactDigits
        if byte | 0x20 == UInt8(ascii: "e") {
            isWritten = false
            place += 1
            if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { place += 1 }
            var power: UInt64 = 0
            try passDigits(&power)
        }
        // Both are exact as doubles, and so one division rounds as the whole number would.
        if isWritten { return Double(size) / Self.powers[decimals] * (isNegative ? -1 : 1) }
        return Double(String(decoding: bytes[start..<place], as: UTF8.self)) ?? .infinity
    }

    /// Every whole number of so many digits is a double.
    private static let exactDigits = 15
    private static let powers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]

    /// At least one. The value is of use only where the digits are few.
    private mutating func passDigits(_ value: inout UInt64) throws(Fault) {
        let start = place
        while place < bytes.count, case let byte = bytes[place], Self.digits.contains(byte) {
            value = value &* 10 &+ UInt64(byte - UInt8(ascii: "0"))
            place += 1
        }
        guard place > start else { throw .notJSON }
    }
}
