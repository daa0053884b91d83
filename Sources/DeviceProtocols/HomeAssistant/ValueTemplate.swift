/// The part of Home Assistant's templates that is a path to a value: `{{ value }}`, `{{ value_json.x }}`,
/// `{{ value_json["x"] }}`, `{{ value_json.x.y }}`.
///
/// Templates are programs in Jinja2. Nothing here runs one: what is more than a path is refused.
package struct ValueTemplate: Hashable, Sendable {
    /// Names of members from the outside in; none for the payload as it is.
    package let path: [String]

    /// The payload as it is.
    static let whole = Self(path: [])

    private init(path: [String]) {
        self.path = path
    }

    /// Nil for all that is more than a path.
    package init?(_ text: String) {
        guard text.utf8.count <= DecodingLimits.templateBytes else { return nil }
        var rest = Substring(text).trimmed
        guard rest.hasPrefix("{{"), rest.hasSuffix("}}"), rest.count > 4 else { return nil }
        rest = rest.dropFirst(2).dropLast(2).trimmed
        if rest == "value" {
            path = []
            return
        }
        guard rest.hasPrefix("value_json") else { return nil }
        rest = rest.dropFirst("value_json".count)
        var path: [String] = []
        while let first = rest.first {
            if first == "." {
                let name = rest.dropFirst().prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
                guard let start = name.first, !start.isNumber else { return nil }
                path.append(String(name))
                rest = rest.dropFirst(1 + name.count)
            } else if first == "[", let quote = rest.dropFirst().first, quote == "\"" || quote == "'" {
                let name = rest.dropFirst(2).prefix { $0 != quote }
                let after = rest.dropFirst(2 + name.count)
                guard !name.isEmpty, !name.contains("\\"), after.hasPrefix("\(quote)]") else { return nil }
                path.append(String(name))
                rest = after.dropFirst(2)
            } else {
                return nil
            }
        }
        guard !path.isEmpty, path.count <= DecodingLimits.depth else { return nil }
        self.path = path
    }

    /// The value at the path; nil where the payload has none there.
    func value(in message: PublishedMessage) -> DecodedValue? {
        guard !path.isEmpty else { return message.value }
        var value = message.compound
        for name in path { value = value?[name] }
        return value
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        var rest = self.drop { $0.isWhitespace }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return rest
    }
}
