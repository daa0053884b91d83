internal import CLinux
internal import Glibc

/// Notices when the wall clock is set: its descriptor becomes readable at once, forward and backward.
///
/// A slow adjustment by NTP is no step. timerfd_create(2): a timer with `TFD_TIMER_CANCEL_ON_SET` reads as
/// `ECANCELED` after a discontinuous change.
package final class ClockStepWatch: Sendable {
    private let timer: OwnedDescriptor

    /// - Throws: `EMFILE` and its kin when the process has no descriptor left.
    package init() throws(SystemError) {
        timer = try OwnedDescriptor(checking: clinux_step_watch(), "timerfd_create")
    }

    package var descriptor: Int32 { timer.rawValue }

    /// Whether the clock was set since the last call; watches on.
    package func drain() -> Bool {
        let answer = clinux_drain_counter(timer.rawValue)
        guard answer == -Int64(ECANCELED) || answer > 0 else { return false }
        // Armed again with the new wall time, or a step of a century back would hide the next.
        _ = clinux_step_watch_arm(timer.rawValue)
        return true
    }
}
