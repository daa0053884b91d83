internal import Foundation

/// Something in the settings that somebody should look at: what, where, and what to do.
package struct Problem: Hashable, Codable, Sendable {
    package enum Severity: String, Codable, Sendable {
        /// The settings are refused.
        case error
        /// They are taken, but something in them is probably not meant.
        case warning
    }

    package var severity: Severity
    package var code: ProblemCode
    package var file: String
    /// Counted from 1; 0 when the file as a whole is meant.
    package var line: Int
    /// Counted in Unicode scalars from 1.
    package var column: Int
    /// How many columns the caret underlines, at least 1.
    package var length: Int
    package var message: String
    package var hint: String?
    /// The line itself; nil where it holds a secret or there is none.
    package var sourceLine: String?
    /// Other places that belong to it: where the first of two stands, how a circle closes.
    package var related: [RelatedPlace] = []

    init(_ severity: Severity, _ code: ProblemCode, file: String, message: String, hint: String? = nil) {
        self.severity = severity
        self.code = code
        self.file = file
        line = 0
        column = 0
        length = 0
        self.message = message
        self.hint = hint
    }

    /// `file:line:column: error[PC0301]: …`, the line, the caret, the related places and the hint.
    package func render() -> String {
        let kind = "\(severity.rawValue)[\(code.rawValue)]"
        guard line > 0 else {
            return "\(file): \(kind): \(message)" + (hint.map { "\n  = \($0)" } ?? "")
        }
        var text = "\(file):\(line):\(column): \(kind): \(message)"
        let number = String(line)
        let margin = String(repeating: " ", count: number.count)
        if let sourceLine {
            let (shown, offset) = Self.window(of: sourceLine, around: column, length)
            let before = shown.unicodeScalars.prefix(max(0, column - 1 - offset))
            let padding = before.map { $0 == "\t" ? "\t" : " " }.joined()
            let room = max(1, shown.unicodeScalars.count - before.count)
            text += "\n \(number) | \(shown)"
            text += "\n \(margin) | \(padding)\(String(repeating: "^", count: min(max(1, length), room)))"
        }
        for place in related { text += "\n \(margin) = \(place.text)" }
        if let hint { text += "\n \(margin) = \(hint)" }
        return text
    }

    /// The part of a long line that shows the column, without what a terminal would obey, and the columns
    /// left out before it.
    private static func window(of line: String, around column: Int, _ length: Int) -> (String, Int) {
        let scalars = line.unicodeScalars.map { scalar -> Unicode.Scalar in
            let isControl = scalar.value < 0x20 && scalar != "\t" || (0x7f...0x9f).contains(scalar.value)
            return isControl ? "\u{FFFD}" : scalar
        }
        let width = SettingsLimits.shownColumns
        let isInReach = scalars.count <= width || column + length <= width
        let start = isInReach ? 0 : max(0, column - 1 - width / 2)
        var shown = ""
        shown.unicodeScalars.append(contentsOf: scalars.dropFirst(start).prefix(width))
        return (shown, start)
    }

    /// All of them as a JSON array, for editors and pipelines.
    package static func json(_ problems: [Problem]) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let bytes = try? encoder.encode(problems) else { return "[]" }
        return String(decoding: bytes, as: UTF8.self)
    }
}
