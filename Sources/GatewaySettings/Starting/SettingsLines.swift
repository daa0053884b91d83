/// Lines of a settings file in the making.
struct SettingsLines {
    private(set) var text = ""

    mutating func add(_ line: String = "") { text += line + "\n" }

    /// As they stand, indented by so many blanks.
    mutating func add(_ lines: String, indent: Int) {
        for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
            add(line.isEmpty ? "" : String(repeating: " ", count: indent) + line)
        }
    }

    /// `key: value`, with a remark behind it.
    mutating func add(_ key: String, _ value: String, indent: Int, remark: String? = nil) {
        let line = "\(key): \(QuotedText.scalar(value))"
        add(line + (remark.map { "   # \($0)" } ?? ""), indent: indent)
    }

    /// Words as a comment, each line at most as wide as a page.
    mutating func comment(_ words: String, indent: Int = 0) {
        let width = 108 - indent
        var line = ""
        for word in words.split(separator: " ") {
            if !line.isEmpty, line.count + 1 + word.count > width {
                add("# " + line, indent: indent)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        if !line.isEmpty { add("# " + line, indent: indent) }
    }
}
