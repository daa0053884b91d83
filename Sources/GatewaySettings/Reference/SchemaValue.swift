/// A JSON value whose members keep their order, so that a schema can be read from top to bottom.
indirect enum SchemaValue: Hashable, Sendable {
    struct Member: Hashable, Sendable {
        var key: String
        var value: SchemaValue
    }

    case text(String)
    case integer(Int)
    case flag(Bool)
    case list([SchemaValue])
    case object([Member])

    static func texts(_ texts: [String]) -> SchemaValue { .list(texts.map { .text($0) }) }

    /// On one line.
    var compact: String {
        switch self {
        case .text(let text): text
        case .integer(let number): "\(number)"
        case .flag(let flag): "\(flag)"
        case .list(let items): "[" + items.map(\.compact).joined(separator: ", ") + "]"
        case .object: json()
        }
    }

    /// RFC 8259, indented by two blanks; what is short stays on its line.
    func json(indent: Int = 0) -> String {
        switch self {
        case .text(let text): return Self.quoted(text)
        case .integer, .flag: return compact
        case .list(let items): return wrapped("[", "]", indent, items.map { $0.json(indent: indent + 2) })
        case .object(let members):
            return wrapped(
                "{", "}", indent, members.map { Self.quoted($0.key) + ": " + $0.value.json(indent: indent + 2) })
        }
    }

    private func wrapped(_ open: String, _ close: String, _ indent: Int, _ parts: [String]) -> String {
        let line = parts.joined(separator: ", ")
        if line.utf8.count + indent <= 100, !line.contains("\n") { return open + line + close }
        let blanks = String(repeating: " ", count: indent)
        return open + "\n" + parts.map { blanks + "  " + $0 }.joined(separator: ",\n") + "\n" + blanks + close
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            default:
                precondition(scalar.value >= 0x20, "Declarations hold no control characters.")
                quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

extension SchemaValue: ExpressibleByDictionaryLiteral, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral
{
    init(dictionaryLiteral members: (String, SchemaValue)...) {
        self = .object(members.map { Member(key: $0.0, value: $0.1) })
    }

    init(stringLiteral text: String) { self = .text(text) }
    init(integerLiteral number: Int) { self = .integer(number) }
    init(booleanLiteral flag: Bool) { self = .flag(flag) }
    init(arrayLiteral items: SchemaValue...) { self = .list(items) }
}
