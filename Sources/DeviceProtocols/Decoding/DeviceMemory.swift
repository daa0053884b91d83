import GatewayCore

/// What the decoder remembers of one device. It is not kept over a restart: of the engine's record it learns states
/// and counts again.
struct DeviceMemory: Sendable {
    /// The device's own time as it last came, live.
    struct Seen: Sendable {
        var time: WallTime
        /// When it came first.
        var boot: BootTime
        /// Of the message that brought it first.
        var digest: Int
    }

    var presses = PressMemory()
    /// The last value of each field that has a place here; nil while unknown.
    var known: [Bool?]
    /// The last count of each field that has one.
    var counts: [Scalar?]
    /// Whether Home Assistant lost the device, which it says in the place of a state.
    var isLost = false
    var seen: Seen?
    /// The bridge's start in which the device last published.
    var start = 0
    /// The last radio frame without its last byte (signal and battery vary), and when it came.
    var frame: (bytes: [UInt8], boot: BootTime)?

    init(size: Int, counts: Int = 0) {
        known = Array(repeating: nil, count: size)
        self.counts = Array(repeating: nil, count: counts)
    }
}
