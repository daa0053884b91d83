/// Reports keys that stand twice in one map, and sets the second aside so that the rest can still be read.
///
/// The parser stops at the first map with duplicates and says only where the first of them stands.
struct DuplicateKeys {
    private(set) var text: SourceText
    private let log: ProblemLog
    private let source: Int
    private var count = 0

    init(text: SourceText, log: ProblemLog, source: Int) {
        self.text = text
        self.log = log
        self.source = source
    }

    /// Private-use signs that no key begins with; one for each that was set aside.
    private static let marks: ClosedRange<UInt32> = 0xE000...0xE0FF

    static func isSetAside(_ key: String) -> Bool {
        key.unicodeScalars.first.map { marks.contains($0.value) } ?? false
    }

    /// - Returns: whether another parse can find more.
    mutating func setAside(firstAt line: Int, _ column: Int) -> Bool {
        let first = Place(source: source, line: line, column: column, length: 1)
        guard let start = text.index(line: line, column: column), let key = plainKey(at: start) else {
            log.error(first, "this key stands twice in the same map")
            return false
        }
        let name = String(String.UnicodeScalarView(key))
        guard let second = second(key, after: line, column) else {
            log.error(
                Place(source: source, line: line, column: column, length: key.count),
                "`\(name)` stands twice in the same map")
            return false
        }
        log.error(
            Place(source: source, line: second.line, column: second.column, length: key.count),
            "`\(name)` stands here a second time",
            hint: second.line == line ? "the first is in column \(column)" : "the first is on line \(line)")
        count += 1
        guard count <= SettingsLimits.duplicateKeys, let index = text.index(line: second.line, column: second.column),
            let mark = Unicode.Scalar(Self.marks.lowerBound + UInt32(count))
        else { return false }
        var changed = text.text.unicodeScalars
        let next = changed.index(after: index)
        changed.replaceSubrange(index..<next, with: [mark])
        text = SourceText(name: text.name, text: String(changed), isSecret: text.isSecret)
        return true
    }

    /// The unquoted key that begins here, up to its colon.
    private func plainKey(at start: String.UnicodeScalarView.Index) -> Substring.UnicodeScalarView? {
        let rest = text.text.unicodeScalars[start...]
        let key = rest.prefix { $0 != ":" && $0 != "\n" && $0 != "\r" && $0 != "\"" && $0 != "'" }
        guard !key.isEmpty, key.endIndex < rest.endIndex, rest[key.endIndex] == ":" else { return nil }
        return key
    }

    /// The same key again: below in the same column before the map ends, or else later on the same line.
    private func second(_ key: Substring.UnicodeScalarView, after line: Int, _ column: Int) -> (line: Int, column: Int)?
    {
        let wanted = Array(key) + [":"]
        if let own = text.line(line) {
            let scalars = Array(own.unicodeScalars)
            var start = column - 1 + wanted.count
            while start + wanted.count <= scalars.count {
                let before = scalars[start - 1]
                if Array(scalars[start..<start + wanted.count]) == wanted,
                    before == " " || before == "," || before == "{"
                {
                    return (line, start + 1)
                }
                start += 1
            }
        }
        var number = line + 1
        while number <= text.lineCount, let below = text.line(number) {
            let scalars = Array(below.unicodeScalars)
            let indent = scalars.prefix { $0 == " " }.count
            let isBlank = indent == scalars.count || scalars[indent] == "#"
            if !isBlank, indent < column - 1 { return nil }
            if indent == column - 1, Array(scalars.dropFirst(indent).prefix(wanted.count)) == wanted {
                return (number, column)
            }
            number += 1
        }
        return nil
    }
}
