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
    /// The line itself, or of a long one the part around the column; nil where it holds a secret or there is
    /// none.
    package var sourceLine: String?
    /// How many columns of the line are left out before that part.
    package var sourceStart = 0
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
    package func render(_ paint: ProblemPaint = .plain) -> String {
        let tone: ProblemPaint.Tone = severity == .error ? .red : .yellow
        let kind = paint("\(severity.rawValue)[\(code.rawValue)]", tone)
        guard line > 0 else {
            return paint(Self.harmless(file), .strong) + ": \(kind): \(Self.harmless(message))"
                + (hint.map { "\n  = \(Self.harmless($0))" } ?? "")
        }
        var text = paint("\(Self.harmless(file)):\(line):\(column)", .strong) + ": \(kind): \(Self.harmless(message))"
        let number = String(line)
        let margin = String(repeating: " ", count: number.count)
        if let sourceLine {
            let shown = Self.harmless(sourceLine)
            let before = shown.unicodeScalars.prefix(max(0, column - 1 - sourceStart))
            let padding = before.map { $0 == "\t" ? "\t" : " " }.joined()
            let room = max(1, shown.unicodeScalars.count - before.count)
            let carets = String(repeating: "^", count: min(max(1, length), room))
            text += "\n " + paint("\(number) |", .dim) + " \(shown)"
            text += "\n " + paint("\(margin) |", .dim) + " \(padding)" + paint(carets, tone)
        }
        for place in related { text += "\n \(margin) = " + paint(Self.harmless(place.text), .cyan) }
        if let hint { text += "\n \(margin) = \(Self.harmless(hint))" }
        return text
    }

    /// Without what a terminal would obey.
    private static func harmless(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        var harmless = ""
        harmless.unicodeScalars.append(contentsOf: text.unicodeScalars.map { isControl($0) ? "\u{FFFD}" : $0 })
        return harmless
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 && scalar != "\t" || (0x7f...0x9f).contains(scalar.value)
    }

    /// All of them as a JSON array, for editors and pipelines.
    package static func json(_ problems: [Problem]) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let bytes = try? encoder.encode(problems) else { return "[]" }
        return String(decoding: bytes, as: UTF8.self)
    }
}
