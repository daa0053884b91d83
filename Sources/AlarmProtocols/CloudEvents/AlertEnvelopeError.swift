/// Why bytes are not an alert's event.
package enum AlertEnvelopeError: Error, Hashable, CustomStringConvertible {
    case tooLong(bytes: Int)
    /// The sentence says what is wrong.
    case malformed(String)

    package var description: String {
        switch self {
        case .tooLong(let bytes):
            "The event has \(bytes) bytes; at most \(AlarmProtocolLimits.envelopeBytes) are read."
        case .malformed(let sentence):
            sentence
        }
    }
}
