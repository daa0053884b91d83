import Testing

/// One mistake in the base home, and exactly what is said about it.
struct DiagnosticCase: Sendable, CustomTestStringConvertible {
    var name: String
    /// A text of the base home; empty for none.
    var part: String
    var replacement: String
    var files: [String: String]
    var readableByAll: Set<String>
    var report: String

    init(
        _ name: String, replacing part: String = "", with replacement: String = "", files: [String: String] = [:],
        readableByAll: Set<String> = [], reports report: String
    ) {
        self.name = name
        self.part = part
        self.replacement = replacement
        self.files = files
        self.readableByAll = readableByAll
        self.report = report
    }

    var testDescription: String { name }

    /// The spoilt home; nil when the base home has no such part.
    var text: String? {
        if part.isEmpty { return BaseHome.text }
        guard let range = BaseHome.text.range(ofPart: part) else { return nil }
        return BaseHome.text.replacingCharacters(in: range, with: replacement)
    }
}

extension String {
    fileprivate func range(ofPart part: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
            start = index(after: start)
        }
        return nil
    }

    fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
