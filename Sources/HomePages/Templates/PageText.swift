import Mustache

/// Writes text from outside into HTML so that it can be nothing but text.
///
/// It goes scalar by scalar: the template library's own escaping goes by `Character` and leaves a quote
/// that is followed by a combining mark as it is, which ends an attribute for a browser. Control characters
/// and those that turn the direction of writing are replaced, so that a sentence cannot be made to read
/// backwards (Unicode TR 36, section 2.6).
struct PageText: MustacheContentType {
    /// The name that templates call it by.
    static let name = "PAGE"

    func escapeText(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
            case "\n", "\t": escaped.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
                escaped.append("\u{FFFD}")
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}
