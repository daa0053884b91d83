import GatewayCore

/// One SIA DC-09 frame: `<LF>CRC 0LLL "ID" SEQ Rrcvr Lpref #acct [data] [blocks] _time<CR>`.
package struct DC09Frame: Hashable, Sendable {
    package enum Body: Hashable, Sendable {
        case clear(DC09Content)
        /// AES-CBC of `pad|data][blocks]_time`, to be opened with the key.
        case sealed([UInt8])
    }

    package var token: DC09Token
    /// 1–9999; 0 in NAK replies.
    package var sequence: Int
    /// Hexadecimal digits after `R`; may be missing in replies.
    package var receiver: String?
    /// Hexadecimal digits after `L`.
    package var line: String?
    /// Hexadecimal digits after `#`.
    package var account: String?
    package var body: Body

    package init(
        token: DC09Token, sequence: Int, receiver: String?, line: String?, account: String?, body: Body
    ) {
        precondition((0...9_999).contains(sequence), "A sequence number has four digits.")
        self.token = token
        self.sequence = sequence
        self.receiver = receiver
        self.line = line
        self.account = account
        self.body = body
    }

    package var isSealed: Bool {
        if case .sealed = body { true } else { false }
    }

    /// The bytes from LF to CR.
    package func encoded() -> [UInt8] {
        var text = "\"\(isSealed ? "*" : "")\(token.word)\"\(sequence.padded(to: 4))"
        if let receiver { text += "R" + receiver }
        if let line { text += "L" + line }
        if let account { text += "#" + account }
        text += "["
        var counted = Latin1.bytes(of: text)
        switch body {
        case .clear(let content): counted += Latin1.bytes(of: content.text)
        case .sealed(let bytes): counted += Hexadecimal.text(of: bytes)
        }
        precondition(counted.count <= AlarmProtocolLimits.dc09Length, "A frame fits its length field.")
        let sum = CRC16.checksum(of: counted)
        let head = Hexadecimal.text(of: [
            UInt8(sum >> 8), UInt8(sum & 0xFF), UInt8(counted.count >> 8), UInt8(counted.count & 0xFF),
        ])
        return [0x0A] + head + counted + [0x0D]
    }

    /// Reads what stands between LF and CR.
    ///
    /// Strict where bytes could have been lost (length, checksum, brackets) and lenient in the head, where
    /// receivers in the field write what they like: junk between the sequence number and `L`, `A0` in place
    /// of an account.
    package init(parsing bytes: [UInt8]) throws(DC09FrameError) {
        guard bytes.count >= 8, let sum = Hexadecimal.bytes(of: bytes[0..<4]),
            let length = Hexadecimal.bytes(of: bytes[4..<8])
        else { throw .malformed("The frame does not begin with a checksum and a length.") }
        let counted = bytes[8...]
        let saidLength = Int(length[0]) << 8 | Int(length[1])
        guard saidLength == counted.count else { throw .wrongLength(said: saidLength, found: counted.count) }
        let said = UInt16(sum[0]) << 8 | UInt16(sum[1])
        let found = CRC16.checksum(of: counted)
        guard said == found else { throw .wrongChecksum(said: said, found: found) }

        let text = Latin1.text(of: counted)
        let parts = text.split(separator: "\"", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].isEmpty else { throw .malformed("The frame has no word in quotation marks.") }
        let sealed = parts[1].first == "*"
        token = DC09Token(word: String(sealed ? parts[1].dropFirst() : parts[1]))
        let digits = parts[2].prefix(4)
        guard digits.utf8.count == 4, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let sequence = Int(digits)
        else { throw .malformed("The frame's sequence number is not four digits.") }
        self.sequence = sequence
        guard let bracket = parts[2].firstIndex(of: "[") else { throw .malformed("The frame has no data.") }
        (receiver, line, account) = Self.address(in: parts[2][..<bracket].dropFirst(4))
        let rest = parts[2][parts[2].index(after: bracket)...]
        if sealed {
            guard let bytes = Hexadecimal.bytes(of: rest.utf8) else {
                throw .malformed("The enciphered part is not hexadecimal.")
            }
            body = .sealed(bytes)
        } else {
            body = .clear(try DC09Content(text: rest))
        }
    }

    /// `R`, `L` and `#` with the digits that follow them; anything else is passed over.
    private static func address(in head: Substring) -> (receiver: String?, line: String?, account: String?) {
        var rest = head
        var found: [Character: String] = [:]
        while let letter = rest.popFirst() {
            guard letter == "R" || letter == "L" || letter == "#", found[letter] == nil else { continue }
            let digits = rest.prefix { $0.utf8.count == 1 && $0.isHexDigit }
            guard !digits.isEmpty else { continue }
            found[letter] = String(digits)
            rest = rest.dropFirst(digits.count)
        }
        return (found["R"], found["L"], found["#"])
    }
}
