extension JSONScanner {
    /// The value at hand as a profile sees it; nil for null and the empty text: they never change a state and are
    /// never a press.
    mutating func scalar() throws(Fault) -> Scalar? {
        switch try kind() {
        case .text:
            guard let text = text(of: try quoted()) else { return .compound }
            return text.isEmpty ? nil : .text(text)
        case .number:
            let number = try number()
            return number.isFinite ? .number(number) : .compound
        case .flag: return .flag(try flag())
        case .null:
            try null()
            return nil
        case .object, .list:
            try skip()
            return .compound
        }
    }

    /// What stands in the object at hand as a member, read by `value`; nil where there is no such member.
    mutating func member<Value>(
        _ wanted: String, _ value: (inout JSONScanner) throws(Fault) -> Value?
    ) throws(Fault) -> Value? {
        var found: Value?
        var isFound = false
        var count = 0
        try open()
        while let name = try nextMember(after: count) {
            count += 1
            guard count <= DecodingLimits.members else { throw .tooManyMembers }
            if !isFound, matches(name, wanted) {
                isFound = true
                found = try value(&self)
            } else {
                try skip()
            }
        }
        return found
    }

    /// A text with its escapes resolved; nil where they hold half of a surrogate pair, which is no character.
    func text(of quoted: Quoted) -> String? {
        if quoted.isPlain { return String(decoding: bytes[quoted.range], as: UTF8.self) }
        return resolved(quoted).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Which of the members it names; nil for none. Names are compared byte by byte.
    func find(_ name: Quoted, in members: MemberTable) throws(Fault) -> Int? {
        if name.isPlain { return members.place(of: bytes, in: name.range) }
        guard let resolved = resolved(name) else { throw .notJSON }
        return members.place(of: resolved, in: resolved.indices)
    }

    func matches(_ name: Quoted, _ text: String) -> Bool {
        if name.isPlain { return text.utf8.elementsEqual(bytes[name.range]) }
        return resolved(name)?.elementsEqual(text.utf8) ?? false
    }

    private func resolved(_ quoted: Quoted) -> [UInt8]? {
        var resolved: [UInt8] = []
        resolved.reserveCapacity(quoted.range.count)
        var place = quoted.range.lowerBound
        while place < quoted.range.upperBound {
            guard bytes[place] == UInt8(ascii: "\\") else {
                resolved.append(bytes[place])
                place += 1
                continue
            }
            let escape = bytes[place + 1]
            place += 2
            switch escape {
            case UInt8(ascii: "b"): resolved.append(0x08)
            case UInt8(ascii: "f"): resolved.append(0x0C)
            case UInt8(ascii: "n"): resolved.append(0x0A)
            case UInt8(ascii: "r"): resolved.append(0x0D)
            case UInt8(ascii: "t"): resolved.append(0x09)
            case UInt8(ascii: "u"):
                guard let scalar = scalar(at: &place, before: quoted.range.upperBound) else { return nil }
                resolved += Array(String(Character(scalar)).utf8)
            default: resolved.append(escape)
            }
        }
        return resolved
    }

    /// The character of the four digits at a place, and of the second half of a pair behind it (RFC 8259, section 7).
    private func scalar(at place: inout Int, before end: Int) -> Unicode.Scalar? {
        let unit = unit(at: place)
        place += 4
        guard (0xD800...0xDBFF).contains(unit) else { return Unicode.Scalar(unit) }
        guard end - place >= 6, bytes[place] == UInt8(ascii: "\\"), bytes[place + 1] == UInt8(ascii: "u") else {
            return nil
        }
        let second = self.unit(at: place + 2)
        guard (0xDC00...0xDFFF).contains(second) else { return nil }
        place += 6
        return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00))
    }

    private func unit(at place: Int) -> UInt32 {
        bytes[place..<place + 4].reduce(0) { $0 << 4 | (Self.hex($1) ?? 0) }
    }
}
