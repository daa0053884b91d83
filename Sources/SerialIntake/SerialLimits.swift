internal import GatewayCore

/// Every bound of this target in one place, each with its reason.
enum SerialLimits {
    /// One arrival. The slowest protocol's longest frame is far below, and a flood comes in pieces that the
    /// inbox can drop one by one.
    static let chunkBytes = 4_096
    /// Reads of one port before the other descriptors of the event thread have their turn.
    static let readsInTurn = 8
    /// Bytes to be written that the line has not yet taken: seconds of the slowest line. What is beyond is
    /// refused, since a command that comes minutes late is worse than none.
    static let unwrittenBytes = 4_096
    /// Between two repeated commands. Below it a slow line would do nothing else.
    static let keepAliveInterval = Duration.milliseconds(10)
    /// How often a port that is not there is tried again where no udev tells of it.
    static let retryInterval = Duration.seconds(2)
    /// How long a port that turned out to be another device is left alone.
    static let rejectedInterval = Duration.seconds(60)
    /// A port is plugged in with a storm of events over a second or two; one scan for each burst.
    static let settleInterval = Duration.milliseconds(50)
    /// An event that the kernel dropped is made good after this long.
    static let rescanInterval = Duration.seconds(60)
    /// The monitor's socket buffer. The default of some kernels holds a few dozen events, less than a hub
    /// with its devices sends.
    static let monitorBufferBytes: Int32 = 1_048_576
    /// Events taken from the monitor at once.
    static let monitorEventsAtOnce = 256
    /// Ports of one machine that are looked at. A USB bus has room for 127 devices.
    static let ports = 256
    /// A text that a USB device says about itself; its descriptor holds at most 126 characters.
    static let deviceTextLength = 128
}
