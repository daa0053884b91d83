import FoundationEssentials

extension DecodedValue: Decodable {
    struct TooDeep: Error {}

    /// The value a JSON text holds; nil where it is none, is nested too deeply, or has too many members.
    ///
    /// Members are sorted by name: the library does not keep their order, and one input must give one output. Of
    /// a name that stands twice the first value counts.
    package init?(json bytes: [UInt8]) {
        guard bytes.count <= DecodingLimits.messageBytes, !bytes.contains(0),
            (try? UTF8Span(validating: bytes.span)) != nil,
            let value = try? JSONDecoder().decode(DecodedValue.self, from: FoundationEssentials.Data(bytes))
        else { return nil }
        self = value
    }

    package init(from decoder: any Decoder) throws {
        guard decoder.codingPath.count <= DecodingLimits.depth else { throw TooDeep() }
        if let object = try? decoder.container(keyedBy: MemberName.self) {
            let keys = object.allKeys.sorted { $0.stringValue < $1.stringValue }
            guard keys.count <= DecodingLimits.members else { throw JSONMessage.TooManyMembers() }
            self = .object(try keys.map { .init($0.stringValue, try object.decode(DecodedValue.self, forKey: $0)) })
            return
        }
        if var array = try? decoder.unkeyedContainer() {
            var list: [DecodedValue] = []
            while !array.isAtEnd { list.append(try array.decode(DecodedValue.self)) }
            self = .list(list)
            return
        }
        let single = try decoder.singleValueContainer()
        if single.decodeNil() {
            self = .null
        } else if let text = try? single.decode(String.self) {
            self = .text(text)
        } else if let flag = try? single.decode(Bool.self) {
            self = .flag(flag)
        } else if let integer = try? single.decode(Int64.self) {
            self = .integer(integer)
        } else {
            self = .number(try single.decode(Double.self))
        }
    }

    /// The value as one line of JSON.
    package var json: String {
        var text = ""
        write(into: &text)
        return text
    }

    private func write(into text: inout String) {
        switch self {
        case .null: text += "null"
        case .flag(let flag): text += flag ? "true" : "false"
        case .integer(let integer): text += String(integer)
        case .number(let number): text += number.isFinite ? String(number) : "null"
        case .text(let string): Self.write(string, into: &text)
        case .list(let list):
            text += "["
            for (place, value) in list.enumerated() {
                if place > 0 { text += "," }
                value.write(into: &text)
            }
            text += "]"
        case .object(let members):
            text += "{"
            for (place, member) in members.enumerated() {
                if place > 0 { text += "," }
                Self.write(member.name, into: &text)
                text += ":"
                member.value.write(into: &text)
            }
            text += "}"
        }
    }

    /// RFC 8259, section 7. What a terminal would obey (control characters, also those above 0x7E) is escaped.
    private static func write(_ string: String, into text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
