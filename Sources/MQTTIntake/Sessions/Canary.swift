internal import GatewayCore

/// A counter sent through the broker and back: connected is not yet flowing.
struct Canary {
    let interval: Duration
    let deadline: Duration
    /// Tells this process's canaries from those of an earlier one.
    private let nonce: UInt64
    private var count: UInt64 = 0
    private var nextSending: BootTime = .zero
    private var outstanding: Outstanding?

    private struct Outstanding {
        var payload: [UInt8]
        var sent: BootTime
    }

    init(interval: Duration, deadline: Duration, nonce: UInt64 = .random(in: .min ... .max)) {
        self.interval = interval
        self.deadline = deadline
        self.nonce = nonce
    }

    /// A new connection has to prove itself at once.
    mutating func restart(at now: BootTime) {
        outstanding = nil
        nextSending = now
    }

    /// The payload to send, when one is due.
    mutating func payloadIfDue(at now: BootTime) -> [UInt8]? {
        guard outstanding == nil, now >= nextSending else { return nil }
        count += 1
        let payload = Array("\(String(nonce, radix: 16)) \(count)".utf8)
        outstanding = Outstanding(payload: payload, sent: now)
        nextSending = (now + interval).roundedUp(to: MQTTLimits.sharedTick)
        return payload
    }

    /// Takes a canary that came back.
    ///
    /// - Returns: whether it is the one that was waited for.
    mutating func cameBack(_ payload: [UInt8]) -> Bool {
        guard outstanding?.payload == payload else { return false }
        outstanding = nil
        return true
    }

    /// Whether the canary is lost.
    ///
    /// - Parameter lastMessage: when the session last received anything; messages that still come say that the
    ///   canary waits behind them, for a while.
    func isMissed(at now: BootTime, lastMessage: BootTime) -> Bool {
        guard let outstanding else { return false }
        let waited = now - outstanding.sent
        return waited >= deadline && (now - lastMessage >= deadline || waited >= deadline * MQTTLimits.canaryPatience)
    }

    /// When to look again.
    func nextDeadline(lastMessage: BootTime) -> BootTime {
        guard let outstanding else { return nextSending }
        let latest = outstanding.sent + deadline * MQTTLimits.canaryPatience
        return min(latest, max(outstanding.sent, lastMessage) + deadline)
    }
}

extension BootTime {
    /// The next multiple of `step` at or after this time.
    func roundedUp(to step: Duration) -> BootTime {
        let step = step.nanoseconds
        let over = nanoseconds % step
        return over <= 0 ? self : BootTime(nanoseconds: nanoseconds - over) + .nanoseconds(step)
    }
}
