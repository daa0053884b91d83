internal import Logging

/// Makes one line of a message and its metadata.
enum LogLine {
    /// "label: message key=value other="two words"\n", at most `LinuxLimits.logLineBytes`.
    static func bytes(beginning: String, metadata: Logger.Metadata) -> [UInt8] {
        var line = clean(beginning)
        for key in metadata.keys.sorted() {
            guard let value = metadata[key] else { continue }
            line += " " + clean(key) + "=" + quoted(clean("\(value)"))
        }
        var bytes = Array(line.utf8.prefix(LinuxLimits.logLineBytes - 1))
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    /// Control characters become blanks: a value from outside must not begin a line or colour a terminal.
    private static func clean(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { scalars.append(isControl(scalar) ? " " : scalar) }
        return String(scalars)
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028
            || scalar.value == 0x2029
    }

    private static func quoted(_ value: String) -> String {
        let isPlain = !value.isEmpty && !value.utf8.contains { $0 == 0x20 || $0 == 0x22 || $0 == 0x3D }
        guard !isPlain else { return value }
        var text = "\""
        for character in value.unicodeScalars {
            if character == "\"" || character == "\\" { text += "\\" }
            text.unicodeScalars.append(character)
        }
        return text + "\""
    }
}
