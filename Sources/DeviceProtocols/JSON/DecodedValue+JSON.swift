extension DecodedValue {
    /// The value a JSON text holds; nil where it is none, is nested too deeply, or has too many members.
    ///
    /// Members are sorted by name: one input must give one output, in whichever order they stand. Of a name that
    /// stands twice the first value counts. A number that no double holds, and half of a surrogate pair, are no values.
    package init?(json bytes: [UInt8]) {
        guard bytes.count <= DecodingLimits.messageBytes, (try? UTF8Span(validating: bytes.span)) != nil else {
            return nil
        }
        var scanner = JSONScanner(bytes)
        do throws(JSONScanner.Fault) {
            self = try DecodedValue(from: &scanner)
            try scanner.end()
        } catch {
            return nil
        }
    }

    private init(from scanner: inout JSONScanner) throws(JSONScanner.Fault) {
        guard scanner.depth <= DecodingLimits.depth else { throw .notJSON }
        switch try scanner.kind() {
        case .object: self = .object(try Self.members(&scanner))
        case .list:
            var list: [DecodedValue] = []
            try scanner.open()
            while try scanner.nextElement(after: list.count) { list.append(try DecodedValue(from: &scanner)) }
            self = .list(list)
        case .text:
            guard let text = scanner.text(of: try scanner.quoted()) else { throw .notJSON }
            self = .text(text)
        case .number:
            let start = scanner.place
            let number = try scanner.number()
            guard number.isFinite else { throw .notJSON }
            // Beyond 2^53 only the digits tell a whole number exactly.
            let digits = Int64(String(decoding: scanner.bytes[start..<scanner.place], as: UTF8.self))
            self = digits.map(DecodedValue.integer) ?? DecodedValue(number: number)
        case .flag: self = .flag(try scanner.flag())
        case .null:
            try scanner.null()
            self = .null
        }
    }

    private static func members(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) -> [Member] {
        var values: [String: DecodedValue] = [:]
        var count = 0
        try scanner.open()
        while let name = try scanner.nextMember(after: count) {
            count += 1
            guard count <= DecodingLimits.members else { throw .tooManyMembers }
            guard let name = scanner.text(of: name) else { throw .notJSON }
            if values[name] == nil { values[name] = try DecodedValue(from: &scanner) } else { try scanner.skip() }
        }
        return values.map { Member($0.key, $0.value) }.sorted { $0.name < $1.name }
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
