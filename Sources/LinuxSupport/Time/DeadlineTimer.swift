internal import CLinux

/// A timer on the kernel's boot clock: its descriptor is readable from the deadline until it is drained.
///
/// It counts suspend and no step of the wall clock moves it (timerfd_create(2), `CLOCK_BOOTTIME`). A
/// suspended machine is not woken by it.
package final class DeadlineTimer: Sendable {
    private let timer: OwnedDescriptor

    /// - Throws: `EMFILE` and its kin when the process has no descriptor left.
    package init() throws(SystemError) {
        timer = try OwnedDescriptor(checking: clinux_boot_timer(), "timerfd_create")
    }

    package var descriptor: Int32 { timer.rawValue }

    /// Arms for one expiry at the kernel's boot time, in nanoseconds, in place of any earlier deadline; a
    /// time in the past expires at once.
    package func set(kernelNanoseconds: Int64) {
        let answer = clinux_boot_timer_set(timer.rawValue, kernelNanoseconds)
        precondition(answer == 0, "A timer that is open takes any time.")
    }

    /// Forgets the deadline.
    package func clear() {
        let answer = clinux_boot_timer_clear(timer.rawValue)
        precondition(answer == 0, "A timer that is open can be disarmed.")
    }

    /// Whether the deadline passed since the last call.
    @discardableResult
    package func drain() -> Bool {
        clinux_drain_counter(timer.rawValue) > 0
    }
}
