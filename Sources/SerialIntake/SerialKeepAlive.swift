internal import GatewayCore

/// What a device wants to hear again and again: so that it goes on sending, or so that its answer shows that it is
/// still there.
package struct SerialKeepAlive: Hashable, Sendable {
    /// May be empty, for a device that speaks often by itself.
    package var bytes: [UInt8]
    /// What it hears instead while nothing has come since the last time: it was switched off and on behind an
    /// adapter that stayed.
    package var bytesInSilence: [UInt8]
    package var interval: Duration
    /// Why the port is taken for down when nothing came within an interval, in one sentence; nil for a device that
    /// may be silent.
    package var silence: String?

    package init(bytes: [UInt8], bytesInSilence: [UInt8], interval: Duration, silence: String? = nil) {
        precondition(interval >= SerialLimits.keepAliveInterval, "What is repeated leaves the line time to speak.")
        precondition(
            max(bytes.count, bytesInSilence.count) <= SerialLimits.unwrittenBytes,
            "What is repeated fits into the line.")
        self.bytes = bytes
        self.bytesInSilence = bytesInSilence
        self.interval = interval
        self.silence = silence
    }
}
