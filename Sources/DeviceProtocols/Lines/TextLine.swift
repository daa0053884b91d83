/// One line of a sender that writes text.
enum TextLine: Hashable, Sendable {
    /// What it says, without a checksum.
    case text(String)
    case blank
    /// Why not, in a sentence.
    case refused(String)

    init(_ bytes: [UInt8]) {
        if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
            self = .blank
        } else if let body = LineChecksum.checked(bytes) {
            self = String(validating: body, as: UTF8.self).map(TextLine.text) ?? .refused(StreamOutcome.notText)
        } else {
            self = .refused(LineChecksum.sentence)
        }
    }
}
