import Glibc

/// The lines of standard input, one after another, however long or odd they are.
struct InputLines {
    enum Line: Equatable {
        case bytes([UInt8])
        case tooLong
    }

    /// A payload of 32 KiB in hexadecimal, or the largest message that a device may send.
    static let longest = 65_536

    private let read: () -> [UInt8]
    private var waiting: [UInt8] = []
    private var place = 0
    private var isAtEnd = false

    /// - Parameter read: gives the next bytes; none at the end.
    init(_ read: @escaping () -> [UInt8]) {
        self.read = read
    }

    /// Gives what is there: it waits for a line, never for a full buffer.
    static var standard: InputLines {
        InputLines {
            Array(unsafeUninitializedCapacity: longest) { buffer, count in
                var taken: Int
                repeat {
                    taken = Glibc.read(STDIN_FILENO, buffer.baseAddress, buffer.count)
                } while taken < 0 && errno == EINTR
                count = max(0, taken)
            }
        }
    }

    /// The next line without its end; nil after the last. A last one without an end is one too.
    mutating func next() -> Line? {
        var line: [UInt8] = []
        var isTooLong = false
        while true {
            let rest = waiting[place...]
            let end = rest.firstIndex(of: UInt8(ascii: "\n"))
            let piece = rest[..<(end ?? rest.endIndex)]
            isTooLong = isTooLong || line.count + piece.count > Self.longest
            if isTooLong { line = [] } else { line += piece }
            place = end.map { $0 + 1 } ?? waiting.endIndex
            if end != nil { return Self.line(line, isTooLong) }
            guard !isAtEnd else { return line.isEmpty && !isTooLong ? nil : Self.line(line, isTooLong) }
            waiting = read()
            place = 0
            isAtEnd = waiting.isEmpty
        }
    }

    private static func line(_ bytes: [UInt8], _ isTooLong: Bool) -> Line {
        if isTooLong { return .tooLong }
        return .bytes(bytes.last == UInt8(ascii: "\r") ? Array(bytes.dropLast()) : bytes)
    }
}
