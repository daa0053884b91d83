/// One file's text with its lines, as libyaml counts them.
struct SourceText: Sendable {
    let name: String
    var text: String
    /// Its lines are never shown.
    let isSecret: Bool
    private let starts: [String.UnicodeScalarView.Index]

    init(name: String, text: String, isSecret: Bool = false) {
        self.name = name
        self.text = text
        self.isSecret = isSecret
        starts = Self.lineStarts(text)
    }

    /// A line without its break, counted from 1.
    func line(_ number: Int) -> String? {
        guard number >= 1, number <= starts.count else { return nil }
        let scalars = text.unicodeScalars
        let end = number < starts.count ? starts[number] : scalars.endIndex
        var line = scalars[starts[number - 1]..<end]
        while let last = line.last, Self.breaks.contains(last) { line.removeLast() }
        return String(String.UnicodeScalarView(line))
    }

    /// The place in the text of a line and column, both counted from 1.
    func index(line: Int, column: Int) -> String.UnicodeScalarView.Index? {
        guard line >= 1, line <= starts.count, column >= 1 else { return nil }
        let scalars = text.unicodeScalars
        return scalars.index(starts[line - 1], offsetBy: column - 1, limitedBy: scalars.endIndex)
    }

    var lineCount: Int { starts.count }

    /// YAML 1.1, section 4.2: CR, LF, NEL, LS and PS; libyaml follows it.
    private static let breaks: Set<Unicode.Scalar> = ["\r", "\n", "\u{85}", "\u{2028}", "\u{2029}"]

    private static func lineStarts(_ text: String) -> [String.UnicodeScalarView.Index] {
        let scalars = text.unicodeScalars
        var starts = [scalars.startIndex]
        var index = scalars.startIndex
        while index < scalars.endIndex {
            let scalar = scalars[index]
            index = scalars.index(after: index)
            guard breaks.contains(scalar) else { continue }
            if scalar == "\r", index < scalars.endIndex, scalars[index] == "\n" { index = scalars.index(after: index) }
            starts.append(index)
        }
        return starts
    }
}
