/// What a channel answered. A transport's acceptance is not an acknowledgement: they are different types.
package enum DeliveryOutcome: Hashable, Codable, Sendable {
    /// The other side has it.
    case accepted
    /// The other side will never take it as it is (unknown account, a client error, DC-09's DUH).
    case refused(reason: String)
    /// It may work later; not before `retryAfter` where the other side asked for that.
    case failed(reason: String, retryAfter: Duration?)
}
