/// What a reply means for the frame that waits for one.
package enum DC09Verdict: Hashable, Sendable {
    case accepted
    /// The receiver's clock is this far ahead of ours: send again with its time.
    case clock(ahead: Duration)
    /// The receiver read the frame and cannot process it.
    case refused(reason: String)
    /// The receiver does not know our account, or our key is wrong.
    case rejected(reason: String)
    /// The frame arrived damaged: send it again.
    case garbled
}
