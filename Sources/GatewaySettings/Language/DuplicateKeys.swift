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
            log.error(.duplicateKey, first, "this key stands twice in the same map")
            return false
        }
        let name = String(String.UnicodeScalarView(key))
        let wanted = Array(key) + [":"]
        var found = next(wanted, after: line, column)
        if found == nil {
            let place = Place(source: source, line: line, column: column, length: key.count)
            log.error(.duplicateKey, place, "`\(name)` stands twice in the same map")
            return false
        }
        // All of them at once: each further parse of a large file costs time.
        while let twin = found {
            log.error(
                .duplicateKey, Place(source: source, line: twin.line, column: twin.column, length: wanted.count - 1),
                "`\(name)` stands here a second time",
                related: [(first, "already defined")])
            guard mark(twin.line, twin.column) else { return false }
            found = next(wanted, after: twin.line, twin.column)
        }
        return true
    }

    /// Makes the key there one that stands for nothing.
    private mutating func mark(_ line: Int, _ column: Int) -> Bool {
        count += 1
        let parses = min(
            SettingsLimits.duplicateKeys, max(2, SettingsLimits.bytesParsedAgain / max(1, text.text.utf8.count)))
        guard count <= parses, let index = text.index(line: line, column: column),
            let mark = Unicode.Scalar(Self.marks.lowerBound + UInt32(count))
        else { return false }
        var changed = text.text.unicodeScalars
        changed.replaceSubrange(index..<changed.index(after: index), with: [mark])
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

    /// The same key again: later on the same line, or else below in the same column before the map ends.
    private func next(_ wanted: [Unicode.Scalar], after line: Int, _ column: Int) -> (line: Int, column: Int)? {
        if let column = nextOnLine(line, wanted, after: column) { return (line, column) }
        var number = line + 1
        while let below = text.line(number) {
            let scalars = Array(below.unicodeScalars)
            let indent = scalars.prefix { $0 == " " }.count
            let isBlank = indent == scalars.count || scalars[indent] == "#"
            if !isBlank, indent < column - 1 { return nil }
            if indent == column - 1, scalars[indent...].starts(with: wanted) { return (number, column) }
            number += 1
        }
        return nil
    }

    /// In a map in braces: not in a text, and not in a map or list inside it.
    private func nextOnLine(_ line: Int, _ wanted: [Unicode.Scalar], after column: Int) -> Int? {
        guard let scalars = text.line(line).map({ Array($0.unicodeScalars) }) else { return nil }
        var depth = 0
        var quote: Unicode.Scalar?
        var index = column - 1 + wanted.count
        while index < scalars.count {
            let scalar = scalars[index]
            if let open = quote {
                if scalar == open { quote = nil }
            } else if scalar == "\"" || scalar == "'" {
                quote = scalar
            } else if scalar == "{" || scalar == "[" {
                depth += 1
            } else if scalar == "}" || scalar == "]" {
                depth -= 1
                if depth < 0 { return nil }
            } else if depth == 0, [" ", ","].contains(scalars[index - 1]), scalars[index...].starts(with: wanted) {
                return index + 1
            }
            index += 1
        }
        return nil
    }
}
