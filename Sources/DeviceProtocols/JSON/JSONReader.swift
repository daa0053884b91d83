import FoundationEssentials

/// Reads bounded UTF-8 JSON objects with the library's parser; there is no second one.
///
/// Results of the doubtful: of a name that stands twice the first value counts; a leading byte order mark of
/// UTF-8 is skipped (RFC 8259, section 8.1); UTF-16, UTF-32, NaN and raw NUL bytes are refused; nesting is
/// bounded by the library (512).
struct JSONReader: Sendable {
    enum Refusal: Error {
        case empty, tooLong, notText, notObject, tooManyMembers

        var sentence: String {
            switch self {
            case .empty: "The message is empty."
            case .tooLong: "The message is longer than \(DecodingLimits.messageBytes) bytes."
            case .notText: "The message is not UTF-8 text."
            case .notObject: "The message is not a JSON object."
            case .tooManyMembers: "The message has more than \(DecodingLimits.members) members in one object."
            }
        }
    }

    private let decoder = JSONDecoder()

    func message(_ bytes: [UInt8], for reader: JSONMessage.Reader) throws(Refusal) -> JSONMessage {
        try read { try decoder.decode(JSONMessage.self, from: try checked(bytes), configuration: reader) }
    }

    /// The text of the member "state", as bridges and availability topics write it.
    func state(_ bytes: [UInt8]) throws(Refusal) -> String? {
        try read { try decoder.decode(StateObject.self, from: try checked(bytes)).state }
    }

    private struct StateObject: Decodable {
        var state: String?
    }

    private func read<Value>(_ body: () throws -> Value) throws(Refusal) -> Value {
        do {
            return try body()
        } catch let refusal as Refusal {
            throw refusal
        } catch is JSONMessage.TooManyMembers {
            throw .tooManyMembers
        } catch {
            throw .notObject
        }
    }

    /// The library guesses UTF-16 and UTF-32 from the first bytes; a first byte of "{" without NUL leaves it
    /// no choice but UTF-8.
    private func checked(_ bytes: [UInt8]) throws(Refusal) -> FoundationEssentials.Data {
        guard bytes.count <= DecodingLimits.messageBytes else { throw .tooLong }
        let hasMark = bytes.first == 0xEF && bytes.starts(with: Self.byteOrderMark)
        let body = bytes.dropFirst(hasMark ? Self.byteOrderMark.count : 0)
        guard let start = body.firstIndex(where: { !Self.isBlank($0) }) else { throw .empty }
        guard bytes[start] == UInt8(ascii: "{") else { throw .notObject }
        guard (try? UTF8Span(validating: bytes.span)) != nil else { throw .notText }
        guard !bytes.contains(0) else { throw .notObject }
        return FoundationEssentials.Data(bytes[start...])
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// JSON's white space (RFC 8259, section 2).
    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
}
