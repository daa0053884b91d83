internal import GatewayCore

/// Whether the wall clock has been without a source for so long that it is a fault.
///
/// A box without a real-time clock starts unset and is set within a minute or two where there is a network:
/// that is no fault, and no reason to tell anybody at each reboot.
struct ClockDoubt {
    private var since: BootTime?
    private var isReported = false

    /// When to look again at the latest.
    var deadline: BootTime? {
        isReported ? nil : since.map { $0 + DaemonLimits.clockGrace }
    }

    /// The path's new state, when it has changed.
    mutating func look(_ now: Moment) -> PathState? {
        guard now.quality == .unsynchronised else {
            since = nil
            defer { isReported = false }
            return isReported ? .up : nil
        }
        let since = since ?? now.boot
        self.since = since
        guard !isReported, now.boot - since >= DaemonLimits.clockGrace else { return nil }
        isReported = true
        return .down(reason: "the clock has no time source; rules by time of day wait for one")
    }
}
