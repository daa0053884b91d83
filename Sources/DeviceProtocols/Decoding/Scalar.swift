/// One value as a message holds it.
enum Scalar: Hashable, Sendable {
    case text(String)
    case flag(Bool)
    case number(Double)
    /// A message that is one word, without JSON's types: `true` and `12` are what they look like.
    case plain(String)
    /// A bit of a frame: `true` and 1 both name it.
    case bit(Bool)
    /// An object, an array, or a number that no double holds.
    case compound

    func matches(_ literal: ProfileField.Literal) -> Bool {
        switch (literal, self) {
        case (.text(let wanted), .text(let value)), (.text(let wanted), .plain(let value)): wanted == value
        case (.flag(let wanted), .plain(let value)): value == (wanted ? "true" : "false")
        case (.integer(let wanted), .plain(let value)): Int64(value) == wanted
        case (.flag(let wanted), .flag(let value)), (.flag(let wanted), .bit(let value)): wanted == value
        case (.integer(let wanted), .number(let value)): Int64(exactly: value) == wanted
        case (.integer(let wanted), .bit(let value)): wanted == (value ? 1 : 0)
        default: false
        }
    }

    /// The whole number it is, if it is one.
    var integer: Int64? {
        switch self {
        case .number(let value): Int64(exactly: value)
        case .bit(let value): value ? 1 : 0
        case .plain(let value): Int64(value)
        default: nil
        }
    }

    /// The number it is. Text counts where it is plain decimal ("52.6"): OpenMQTTGateway writes so.
    var number: Double? {
        switch self {
        case .number(let value): return value
        case .bit(let value): return value ? 1 : 0
        case .text(let text), .plain(let text): return Self.decimal(text)
        default: return nil
        }
    }

    /// As an identity is written: texts as they are, whole numbers without a point.
    var identity: String? {
        switch self {
        case .text(let text), .plain(let text): text
        case .number(let value): Int64(exactly: value).map { String($0) }
        case .flag, .bit, .compound: nil
        }
    }

    /// As a word of an output's answer: a bit is 1 or 0.
    var word: String? {
        if case .bit(let value) = self { return value ? "1" : "0" }
        return identity
    }

    private static func isDecimal(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
    }
}

extension Scalar {
    /// What a protocol without types writes: a number where it is plain decimal, else text.
    init(plain text: String) {
        self = Self.decimal(text).map(Scalar.number) ?? .text(text)
    }

    /// The number that a text writes in plain decimal: "-5", "20.5"; nil for anything else.
    static func decimal(_ text: some StringProtocol) -> Double? {
        guard text.utf8.count <= 24, text.utf8.allSatisfy(isDecimal) else { return nil }
        return Double(text)
    }
}

extension Scalar {
    /// What profiles see of a decoded value; nil for null and the empty text.
    init?(_ decoded: DecodedValue) {
        switch decoded {
        case .null: return nil
        case .flag(let flag): self = .flag(flag)
        case .integer(let integer): self = .number(Double(integer))
        case .number(let number): self = .number(number)
        case .text(let text):
            guard !text.isEmpty else { return nil }
            self = .text(text)
        case .list, .object: self = .compound
        }
    }
}
