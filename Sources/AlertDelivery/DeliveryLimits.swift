import GatewayCore

/// Every bound of the channels in one place, each with its reason.
package enum DeliveryLimits {
    /// An answer to a webhook says yes or no; more is not read.
    static let answerBytes = 65_536
    /// A responder that asks us to wait is heeded, and not for longer than this: life may be at risk.
    static let retryAfter = Duration.seconds(10)
    /// Connections to one responder at once. A responder that hangs must not make an emergency wait for its
    /// turn behind older messages.
    static let connectionsPerHost = 64
    /// Between two looks at a webhook's path. Within `idleConnection`, so that the connection stays open and
    /// an alarm needs neither a name looked up nor a handshake.
    package static let probeInterval = Duration.seconds(60)
    /// Between two looks at a path that is down.
    static let probeIntervalDown = Duration.seconds(15)
    /// How long an idle connection is kept.
    static let idleConnection = Duration.seconds(90)
    /// A responder that answered an alert with an error counts as well again when it answers a probe and no
    /// alert has failed for this long: longer than any pause between two attempts at an emergency.
    static let recoveryAfterError = Duration.minutes(5)
    /// Between two polls of a receiver that is down; a third of the shortest supervision that centres ask
    /// for (90 s) would be 30 s.
    static let pollIntervalDown = Duration.seconds(10)
    /// How long an alarm waits for the reply to a poll before it takes the connection for dead.
    static let pollGrace = Duration.milliseconds(500)
    /// Copies of one frame in one attempt: the first, one with the receiver's time, and one more for a frame
    /// that arrived damaged.
    static let copiesPerAttempt = 3
    /// Bytes outside frames that one connection may bring before it is given up.
    static let junkPerConnection = 65_536
    /// Deliveries waiting for one receiver; the engine keeps fewer unsettled in all.
    static let waitingPerReceiver = 4_096
    /// Intervals are shortened by up to this part at random, so that a town whose mains come back does not
    /// call at once.
    static let jitter = 0.1
}
