/// Finds telegrams in a byte stream, whatever the pieces in which it arrives: from "/" to "!" with up to four
/// digits behind it and the end of the line.
///
/// Only the low seven bits count, so that a port set to eight bits reads a meter that sends seven and a parity.
/// A "/" begins a new telegram, and what was before it is torn. Encrypted frames (DLMS general-global-cipher)
/// are recognised by their head and stepped over.
struct DSMRFramer: Sendable {
    enum Found: Hashable, Sendable {
        /// Bytes from "/" to "!", and the digits behind.
        case telegram([UInt8], checksum: String)
        case torn
        case tooLong
        case encrypted
        /// A run of bytes outside telegrams; one run counts once, however it arrives.
        case garbage
    }

    private enum State {
        case outside, inside, digits
    }

    private var state = State.outside
    private var telegram: [UInt8] = []
    private var checksum: [UInt8] = []
    /// What may be the head of an encrypted frame, as it came.
    private var head: [UInt8] = []
    /// How much of an encrypted frame is still to come.
    private var encrypted = 0
    private var isInGarbage = false

    mutating func take(_ bytes: [UInt8]) -> [Found] {
        var found: [Found] = []
        for byte in bytes { take(byte, &found) }
        return found
    }

    /// Gives up what is unfinished; a telegram that lacks no more than the end of its line is whole.
    mutating func finish() -> [Found] {
        var found: [Found] = []
        switch state {
        case .outside: if !head.isEmpty { giveUpHead(&found) }
        case .inside: found.append(.torn)
        case .digits: found.append(.telegram(telegram, checksum: String(decoding: checksum, as: UTF8.self)))
        }
        self = DSMRFramer()
        return found
    }

    private mutating func take(_ raw: UInt8, _ found: inout [Found]) {
        if encrypted > 0 {
            encrypted -= 1
            return
        }
        let byte = raw & 0x7F
        switch state {
        case .outside:
            // In the head of an encrypted frame any byte may stand.
            if takesIntoHead(raw, &found) { return }
            if byte == UInt8(ascii: "/") {
                begin()
            } else {
                skip(byte, &found)
            }
        case .inside:
            if byte == UInt8(ascii: "/") {
                found.append(.torn)
                begin()
                return
            }
            telegram.append(byte)
            if byte == UInt8(ascii: "!") {
                state = .digits
            } else if telegram.count >= DecodingLimits.dsmrBytes {
                found.append(.tooLong)
                leave()
                isInGarbage = true
            }
        case .digits: takeDigit(byte, &found)
        }
    }

    private mutating func takeDigit(_ byte: UInt8, _ found: inout [Found]) {
        switch byte {
        case UInt8(ascii: "\n"):
            found.append(.telegram(telegram, checksum: String(decoding: checksum, as: UTF8.self)))
            leave()
        case UInt8(ascii: "\r"), 0: return
        case UInt8(ascii: "/"):
            found.append(.torn)
            begin()
        default:
            checksum.append(byte)
            let isDigit = (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
            guard !isDigit || checksum.count > 4 else { return }
            found.append(.torn)
            leave()
            isInGarbage = true
        }
    }

    private mutating func begin() {
        state = .inside
        telegram = [UInt8(ascii: "/")]
        checksum = []
        isInGarbage = false
    }

    private mutating func leave() {
        state = .outside
        telegram = []
        checksum = []
        isInGarbage = false
    }

    /// Blank lines between telegrams are none of anybody's.
    private mutating func skip(_ byte: UInt8, _ found: inout [Found]) {
        guard !isInGarbage, byte != UInt8(ascii: "\r"), byte != UInt8(ascii: "\n"), byte != 0 else { return }
        found.append(.garbage)
        isInGarbage = true
    }

    // MARK: - Encrypted frames

    /// Tag, length and system title, 0x82, and a length of two bytes (dsmr-parser `EncryptedTelegramBuffer`).
    private static let headBytes = 13

    /// Whether the byte belongs to what may be the head of an encrypted frame.
    private mutating func takesIntoHead(_ raw: UInt8, _ found: inout [Found]) -> Bool {
        head.append(raw)
        let isPossible =
            switch head.count {
            case 1: raw == 0xDB
            case 2: raw == 8
            case 11: raw == 0x82
            default: true
            }
        guard isPossible else {
            let last = head.removeLast()
            guard !head.isEmpty else { return false }
            giveUpHead(&found)
            take(last, &found)
            return true
        }
        if head.count == Self.headBytes {
            encrypted = Int(head[11]) << 8 | Int(head[12])
            head = []
            isInGarbage = false
            found.append(.encrypted)
        }
        return true
    }

    /// It was none: its first byte is garbage, and the others are looked at again.
    private mutating func giveUpHead(_ found: inout [Found]) {
        let bytes = head
        head = []
        skip(bytes[0] & 0x7F, &found)
        for byte in bytes.dropFirst() { take(byte, &found) }
    }
}
