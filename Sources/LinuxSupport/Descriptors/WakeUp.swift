internal import CLinux

/// Wakes a thread that waits for descriptors; any thread may signal.
package final class WakeUp: Sendable {
    private let event: OwnedDescriptor

    /// - Throws: `EMFILE` and its kin when the process has no descriptor left.
    package init() throws(SystemError) {
        event = try OwnedDescriptor(checking: clinux_eventfd(), "eventfd")
    }

    /// Readable from a signal until it is drained.
    package var descriptor: Int32 { event.rawValue }

    /// Makes the descriptor readable. Signals before a drain are one.
    package func signal() {
        let answer = clinux_eventfd_signal(event.rawValue)
        precondition(answer == 0, "An eventfd that is open can be written.")
    }

    /// Forgets the signals so far.
    ///
    /// - Returns: whether there was one.
    @discardableResult
    package func drain() -> Bool {
        clinux_drain_counter(event.rawValue) > 0
    }
}
