/// Writes texts into settings files so that they read back as they were, whatever is in them.
package enum QuotedText {
    /// A YAML scalar: plain where that is safe, else in double quotes.
    package static func scalar(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

    /// A YAML scalar in double quotes (YAML 1.1, section 5.6). Everything that is not plainly seen is escaped,
    /// and so is what the reader counts as the sign of an anchor or alias.
    package static func quoted(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var result = "\""
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "&", "*":
                result += index + 1 < scalars.count && beginsName(scalars[index + 1]) ? escape(scalar) : "\(scalar)"
            default: result += isSeen(scalar) ? "\(scalar)" : escape(scalar)
            }
        }
        return result + "\""
    }

    /// A text of somebody else's for a comment: on one line, without what is not plainly seen, and cut to a length.
    package static func comment(_ text: String, limit: Int = SettingsLimits.nameLength) -> String {
        let scalars = Array(text.unicodeScalars.prefix(limit))
        var result = ""
        for (index, scalar) in scalars.enumerated() {
            result += isSeen(scalar) ? "\(scalar)" : "?"
            // The reader counts such signs also where they stand in a comment.
            let isSign = scalar == "&" || scalar == "*"
            if isSign, index + 1 < scalars.count, beginsName(scalars[index + 1]) { result += " " }
        }
        return result + (text.unicodeScalars.count > limit ? "…" : "")
    }

    /// Letters, digits and a few signs that mean nothing in YAML, also within brackets.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, isLetterOrDigit(first), text.last != " ",
            text != "null", !text.contains("  ")
        else { return false }
        let scalars = Array(text.unicodeScalars)
        return scalars.indices.allSatisfy { index in
            if scalars[index] == ":" {
                // Followed by anything but a blank it is a sign like others.
                return index + 1 < scalars.count && (scalars[index + 1] == "/" || isLetterOrDigit(scalars[index + 1]))
            }
            return isLetterOrDigit(scalars[index]) || " _-./()'+@".unicodeScalars.contains(scalars[index])
        }
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .otherLetter, .decimalNumber: true
        default: false
        }
    }

    private static func isSeen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        case .spaceSeparator: scalar == " "
        default: true
        }
    }

    private static func beginsName(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_"
            || scalar == "-"
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let (sign, width) = scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x1_0000 ? ("u", 4) : ("U", 8)
        return "\\" + sign + String(repeating: "0", count: width - digits.count) + digits
    }
}
