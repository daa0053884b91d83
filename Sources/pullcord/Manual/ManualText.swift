/// Texts for a manual page in the macros of man(7).
enum ManualText {
    /// Text that may begin a line. Signs that roff would obey are written as what they show, and everything beyond
    /// ASCII by its number, so that a page looks the same whatever the reader's locale.
    static func text(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\e"
            case "-": result += "\\-"
            case "'": result += "\\(aq"
            case "`": result += "\\(ga"
            case "^": result += "\\(ha"
            case "~": result += "\\(ti"
            case "…": result += "..."
            case "\n", "\r", "\t": result += " "
            default: result += scalar.isASCII ? "\(scalar)" : "\\[u\(hex(scalar))]"
            }
        }
        return result.hasPrefix(".") ? "\\&" + result : result
    }

    /// An argument of a macro, in quotes.
    static func argument(_ text: String) -> String {
        "\"" + Self.text(text).replacing("\"", with: "\\(dq") + "\""
    }

    static func bold(_ text: String) -> String { "\\fB" + Self.text(text) + "\\fR" }

    static func italic(_ text: String) -> String { "\\fI" + Self.text(text) + "\\fR" }

    /// At least four digits, as groff_char(7) wants them.
    private static func hex(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
