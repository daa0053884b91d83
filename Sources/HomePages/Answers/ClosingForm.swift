import GatewayCore
import Hummingbird

/// How somebody closes an alert: an outcome, and words.
struct ClosingForm: Decodable, Sendable {
    var outcome: String?
    var note: String?

    /// An outcome that a person can choose, and the note without space around it; nil for none.
    ///
    /// - Throws: `PageFault` that says what is missing or too long.
    func checked() throws -> (AlertOutcome, String?) {
        guard let outcome, !outcome.isEmpty else { throw Self.fault("Choose how it ended.") }
        guard let chosen = AlertOutcome.choices.first(where: { $0.rawValue == outcome }) else {
            throw Self.fault("That is not one of the ways in which an alert ends.")
        }
        let words = Self.trimmed(note ?? "")
        guard words.count <= PageLimits.noteCharacters else {
            throw Self.fault("The words may have \(PageLimits.noteCharacters) characters at most.")
        }
        guard chosen != .other || !words.isEmpty else { throw Self.fault("Say in words how it ended.") }
        return (chosen, words.isEmpty ? nil : words)
    }

    private static func fault(_ sentence: String) -> PageFault {
        PageFault(status: .unprocessableContent, sentence: sentence)
    }

    /// Browsers send line ends as two characters but count them as one (HTML, "textarea wrapping").
    private static func trimmed(_ text: String) -> String {
        let words = text.split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n")
        guard let first = words.firstIndex(where: { !$0.isWhitespace }),
            let last = words.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(words[first...last])
    }
}
