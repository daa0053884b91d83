/// Reads bounded UTF-8 JSON in one pass (docs/decisions/0013).
///
/// Results of the doubtful: of a name that stands twice the first value counts; a leading byte order mark of
/// UTF-8 is skipped (RFC 8259, section 8.1); UTF-16, UTF-32, NaN and raw NUL bytes are refused; nesting is
/// bounded (`DecodingLimits.nesting`). A text with half of a surrogate pair, and a number that no double holds,
/// are values that no field explains; a name with such a half makes the message none.
struct JSONReader: Sendable {
    enum Refusal: Error {
        case empty, tooLong, notText, notObject, notValue, tooManyMembers, notWord, notNumber, notHex

        var sentence: String {
            switch self {
            case .empty: "The message is empty."
            case .tooLong: "The message is longer than \(DecodingLimits.messageBytes) bytes."
            case .notText: "The message is not UTF-8 text."
            case .notObject: "The message is not a JSON object."
            case .notValue: "The message is not JSON."
            case .tooManyMembers: "The message has more than \(DecodingLimits.members) members in one object."
            case .notWord: "The message is longer than a value, which has at most \(DecodingLimits.wordBytes) bytes."
            case .notNumber: "The message is not a plain number."
            case .notHex: "The message is not one to \(DecodingLimits.hexDigits / 2) bytes in hexadecimal digits."
            }
        }
    }

    /// The member that holds the value where an object surrounds it.
    static let valueName = "value"

    /// What came on a topic, in the form in which it is written there.
    func message(_ bytes: [UInt8], for topic: TopicPlan) throws(Refusal) -> JSONMessage {
        switch topic.form {
        case .written(.json) where topic.plan.root.slot == nil:
            return try message(bytes, for: .profile(topic.plan))
        case .written(.json): return try whole(bytes, topic.plan)
        case .written(.text): return try plain(bytes, topic.plan) { word in word }
        case .written(.number):
            return try plain(bytes, topic.plan) { word throws(Refusal) in
                guard word.number != nil else { throw .notNumber }
                return word
            }
        case .written(.hex): return try plain(bytes, topic.plan, Self.number(hexadecimal:))
        case .value:
            let isObject = bytes.first { !Self.isBlank($0) } == UInt8(ascii: "{")
            return isObject ? try message(bytes, for: .profile(topic.plan)) : try bare(bytes, topic.plan)
        }
    }

    func message(_ bytes: [UInt8], for reader: JSONMessage.Reader) throws(Refusal) -> JSONMessage {
        try read(bytes, isObject: true) { scanner throws(JSONScanner.Fault) in
            try JSONMessage(reader, from: &scanner)
        }
    }

    /// The text of the member "state", as bridges and availability topics write it.
    func state(_ bytes: [UInt8]) throws(Refusal) -> String? {
        try read(bytes, isObject: true) { scanner throws(JSONScanner.Fault) in
            try scanner.member("state") { scanner throws(JSONScanner.Fault) in
                if try scanner.kind() != .null { return scanner.text(of: try scanner.quoted()) }
                try scanner.null()
                return nil
            }
        }
    }

    /// The flag that is the member "value", or the whole message.
    func flag(_ bytes: [UInt8]) throws(Refusal) -> Bool {
        try read(bytes, isObject: false) { scanner throws(JSONScanner.Fault) in
            if try scanner.kind() != .object { return try scanner.flag() }
            let flag = try scanner.member("value") { scanner throws(JSONScanner.Fault) in try scanner.flag() }
            guard let flag else { throw .notJSON }
            return flag
        }
    }

    // MARK: - Messages that are one value

    /// A JSON value of any kind, of which the whole is wanted.
    private func whole(_ bytes: [UInt8], _ plan: FieldPlan) throws(Refusal) -> JSONMessage {
        try read(bytes, isObject: false) { scanner throws(JSONScanner.Fault) in
            try JSONMessage(whole: plan, from: &scanner)
        }
    }

    /// A JSON value that otherwise stands in an object as `value`.
    private func bare(_ bytes: [UInt8], _ plan: FieldPlan) throws(Refusal) -> JSONMessage {
        var inside = plan
        guard let node = plan.root.children[Self.valueName] else { return JSONMessage(values: []) }
        inside.stand(at: node)
        return try whole(bytes, inside)
    }

    /// A message without JSON. An empty one, and Homie's single NUL for the empty text, tell nothing.
    private func plain(
        _ bytes: [UInt8], _ plan: FieldPlan, _ value: (Scalar) throws(Refusal) -> Scalar
    ) throws(Refusal) -> JSONMessage {
        var values: [Scalar?] = Array(repeating: nil, count: plan.slots.count)
        guard bytes.count <= DecodingLimits.wordBytes else { throw .notWord }
        guard !bytes.contains(0) || bytes.count == 1 else { throw .notText }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText }
        let word = text.drop(while: \.isWhitespace)
        if !word.isEmpty, word != "\0", let slot = plan.root.slot {
            let end = word.lastIndex { !$0.isWhitespace } ?? word.startIndex
            values[slot] = try value(.plain(String(word[...end])))
        }
        return JSONMessage(values: values)
    }

    private static func number(hexadecimal word: Scalar) throws(Refusal) -> Scalar {
        guard case .plain(let text) = word else { throw .notHex }
        let digits = text.hasPrefix("0x") || text.hasPrefix("0X") ? text.dropFirst(2) : text[...]
        guard digits.utf8.count.isMultiple(of: 2), (2...DecodingLimits.hexDigits).contains(digits.utf8.count),
            digits.utf8.allSatisfy({ $0 < 0x80 && Character(Unicode.Scalar($0)).isHexDigit }),
            let number = Int64(digits, radix: 16)
        else { throw .notHex }
        return .number(Double(number))
    }

    // MARK: - Reading

    /// Reads the one value that the message is.
    private func read<Value>(
        _ bytes: [UInt8], isObject: Bool, _ body: (inout JSONScanner) throws(JSONScanner.Fault) -> Value
    ) throws(Refusal) -> Value {
        guard bytes.count <= DecodingLimits.messageBytes else { throw .tooLong }
        var scanner = JSONScanner(bytes)
        guard !scanner.isAtEnd else { throw .empty }
        guard !isObject || scanner.byte == UInt8(ascii: "{") else { throw .notObject }
        guard (try? UTF8Span(validating: bytes.span)) != nil else { throw .notText }
        do throws(JSONScanner.Fault) {
            let value = try body(&scanner)
            try scanner.end()
            return value
        } catch {
            switch error {
            case .tooManyMembers: throw .tooManyMembers
            case .notJSON: throw isObject ? .notObject : .notValue
            }
        }
    }

    /// JSON's white space (RFC 8259, section 2).
    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
}
