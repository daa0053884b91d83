internal import GatewayCore

/// What a device wants to hear again and again, or it stops sending.
package struct SerialKeepAlive: Hashable, Sendable {
    package var bytes: [UInt8]
    /// What it hears instead while nothing has come since the last time: it was switched off and on behind an
    /// adapter that stayed.
    package var bytesInSilence: [UInt8]
    package var interval: Duration

    package init(bytes: [UInt8], bytesInSilence: [UInt8], interval: Duration) {
        precondition(interval >= SerialLimits.keepAliveInterval, "What is repeated leaves the line time to speak.")
        precondition(
            max(bytes.count, bytesInSilence.count) <= SerialLimits.unwrittenBytes, "What is repeated fits into the line.")
        self.bytes = bytes
        self.bytesInSilence = bytesInSilence
        self.interval = interval
    }
}
