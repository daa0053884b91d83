import AlarmProtocols
import NIOCore

/// One frame to be sent and how to know its reply.
struct DC09Question: Sendable {
    var frame: [UInt8]
    /// What the peer's words mean for this frame; nil where they do not concern it.
    var judge: @Sendable (DC09Deframer.Item) -> DC09Verdict?
    var timeout: TimeAmount
    var reply: EventLoopPromise<DC09Verdict>
}
