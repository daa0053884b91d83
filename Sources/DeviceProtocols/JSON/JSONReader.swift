import FoundationEssentials
import GatewayCore

/// Reads bounded UTF-8 JSON with the library's parser; there is no second one.
///
/// Results of the doubtful: of a name that stands twice the first value counts; a leading byte order mark of
/// UTF-8 is skipped (RFC 8259, section 8.1); UTF-16, UTF-32, NaN and raw NUL bytes are refused; nesting is
/// bounded by the library (512).
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

    private let decoder = JSONDecoder()

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
        let text = try checked(bytes, isObject: true)
        return try read(.notObject) { try decoder.decode(JSONMessage.self, from: text, configuration: reader) }
    }

    /// The text of the member "state", as bridges and availability topics write it.
    func state(_ bytes: [UInt8]) throws(Refusal) -> String? {
        let text = try checked(bytes, isObject: true)
        return try read(.notObject) { try decoder.decode(StateObject.self, from: text).state }
    }

    /// The flag that is the member "value", or the whole message.
    func flag(_ bytes: [UInt8]) throws(Refusal) -> Bool? {
        let text = try checked(bytes, isObject: false)
        return try read(.notValue) {
            (try? decoder.decode(ValueObject.self, from: text).value) ?? (try? decoder.decode(Bool.self, from: text))
        }
    }

    private struct StateObject: Decodable {
        var state: String?
    }

    private struct ValueObject: Decodable {
        var value: Bool
    }

    // MARK: - Messages that are one value

    /// A JSON value of any kind, of which the whole is wanted.
    private func whole(_ bytes: [UInt8], _ plan: FieldPlan) throws(Refusal) -> JSONMessage {
        let text = try checked(bytes, isObject: false)
        let place = NestedValues.Place(node: plan.root, plan: plan, path: "")
        let nested = try read(.notValue) {
            try decoder.decode(NestedValues.self, from: text, configuration: place)
        }
        var message = JSONMessage(values: Array(repeating: nil, count: plan.slots.count))
        message.take(nested)
        return message
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
            digits.utf8.allSatisfy({ Hexadecimal.value(of: $0) != nil }),
            let number = Int64(digits, radix: 16)
        else { throw .notHex }
        return .number(Double(number))
    }

    // MARK: - Reading

    private func read<Value>(_ otherwise: Refusal, _ body: () throws -> Value) throws(Refusal) -> Value {
        do {
            return try body()
        } catch let refusal as Refusal {
            throw refusal
        } catch is JSONMessage.TooManyMembers {
            throw .tooManyMembers
        } catch {
            throw otherwise
        }
    }

    /// The library guesses UTF-16 and UTF-32 from the first bytes; text of UTF-8 without NUL leaves it no
    /// choice.
    private func checked(_ bytes: [UInt8], isObject: Bool) throws(Refusal) -> FoundationEssentials.Data {
        guard bytes.count <= DecodingLimits.messageBytes else { throw .tooLong }
        let hasMark = bytes.first == 0xEF && bytes.starts(with: Self.byteOrderMark)
        let body = bytes.dropFirst(hasMark ? Self.byteOrderMark.count : 0)
        guard let start = body.firstIndex(where: { !Self.isBlank($0) }) else { throw .empty }
        guard !isObject || bytes[start] == UInt8(ascii: "{") else { throw .notObject }
        guard (try? UTF8Span(validating: bytes.span)) != nil else { throw .notText }
        guard !bytes.contains(0) else { throw isObject ? .notObject : .notValue }
        return FoundationEssentials.Data(bytes[start...])
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// JSON's white space (RFC 8259, section 2).
    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
}
