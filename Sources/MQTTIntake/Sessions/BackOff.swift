internal import GatewayCore

/// Growing pauses between attempts, with jitter so that many homes do not return to one broker at once.
struct BackOff {
    private var pause = MQTTLimits.backOffFirst

    /// The next pause: between 75 and 125 hundredths of a step that doubles up to `MQTTLimits.backOffMost`.
    mutating func next(random: Int64 = .random(in: 75...125)) -> Duration {
        let step = pause
        pause = min(MQTTLimits.backOffMost, pause * 2)
        return min(MQTTLimits.backOffMost, step * random / 100)
    }

    mutating func reset() { pause = MQTTLimits.backOffFirst }
}
