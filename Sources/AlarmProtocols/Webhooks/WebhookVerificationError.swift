/// Why a signed message is not taken.
package enum WebhookVerificationError: Error, Hashable, CustomStringConvertible {
    case malformedTimestamp
    /// The sender's clock, or the message, is this many seconds behind ours.
    case tooOld(seconds: Int64)
    case tooNew(seconds: Int64)
    case noMatchingSignature

    package var description: String {
        switch self {
        case .malformedTimestamp: "The webhook-timestamp is not a whole number of seconds."
        case .tooOld(let seconds): "The message was signed \(seconds) seconds ago."
        case .tooNew(let seconds): "The message was signed \(seconds) seconds ahead of this clock."
        case .noMatchingSignature: "No signature in webhook-signature fits the message and the secret."
        }
    }
}
