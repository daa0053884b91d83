internal import GatewayCore

/// What an identifier may look like: it becomes part of topics, message ids and file names.
enum IdentifierForm {
    static let rule = "lower-case letters, digits, `-`, `_` and `.`, at most \(Limits.identifierLength)"

    static func isWellFormed(_ text: String) -> Bool {
        guard !text.isEmpty, text.utf8.count <= Limits.identifierLength, let first = text.utf8.first else {
            return false
        }
        func isLetterOrDigit(_ byte: UInt8) -> Bool {
            (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte)
        }
        return isLetterOrDigit(first)
            && text.utf8.allSatisfy { isLetterOrDigit($0) || $0 == 0x2d || $0 == 0x5f || $0 == 0x2e }
    }

    /// The nearest text that is well formed; nil when nothing is left of it.
    static func repaired(_ text: String) -> String? {
        let lower = text.lowercased().unicodeScalars.map { scalar -> Character in
            scalar.isASCII && isWellFormed("a" + String(scalar)) ? Character(scalar) : "-"
        }
        var name = String(lower.prefix(Limits.identifierLength))
        while let first = name.first, first == "-" || first == "_" || first == "." { name.removeFirst() }
        while name.hasSuffix("-") { name.removeLast() }
        return isWellFormed(name) ? name : nil
    }
}
