import Foundation

/// What the command prints. Lines go out at once, also into a pipe.
enum Output {
    static func line(_ text: String) { self.text(text + "\n") }

    /// A text that ends its last line itself.
    static func text(_ text: String) {
        FileHandle.standardOutput.write(Data(text.utf8))
    }

    static func complain(_ text: String) {
        FileHandle.standardError.write(Data(("pullcord: " + text + "\n").utf8))
    }

    /// A line on a terminal that the next one overwrites.
    static func status(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }

    static func json(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        line(String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    static func oneLine(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
