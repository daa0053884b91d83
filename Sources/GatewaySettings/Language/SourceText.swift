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

    /// A line, or of a long one the part around a column, and how many columns stand before it. What it costs
    /// does not grow with the line's length.
    func part(aroundLine number: Int, _ column: Int, _ length: Int) -> (text: String, start: Int)? {
        guard number >= 1, number <= starts.count else { return nil }
        let scalars = text.unicodeScalars
        let width = SettingsLimits.shownColumns
        var end = number < starts.count ? starts[number] : scalars.endIndex
        while end > starts[number - 1], Self.breaks.contains(scalars[scalars.index(before: end)]) {
            end = scalars.index(before: end)
        }
        let fits = scalars.index(starts[number - 1], offsetBy: width + 1, limitedBy: end) == nil
        let start = fits || column + length <= width ? 0 : max(0, column - 1 - width / 2)
        guard let from = scalars.index(starts[number - 1], offsetBy: start, limitedBy: end) else { return ("", 0) }
        return (String(String.UnicodeScalarView(scalars[from..<end].prefix(width))), start)
    }

    /// From a place on a line to its end, as far as anybody looks; empty far to the right, so that a megabyte
    /// in one line is not gone through for each of its words.
    func rest(ofLine number: Int, from column: Int) -> Substring.UnicodeScalarView? {
        guard column <= SettingsLimits.measuredColumns, let start = index(line: number, column: column) else {
            return nil
        }
        let scalars = text.unicodeScalars
        return scalars[start...].prefix(SettingsLimits.measuredColumns).prefix { !Self.breaks.contains($0) }
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
