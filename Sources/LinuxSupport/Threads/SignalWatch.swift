internal import CLinux

/// One signal as a descriptor, such as `SIGHUP` for a reload.
///
/// Make it on the main thread before any other thread is started: a signal is only queued for the descriptor
/// where every thread blocks it, and threads inherit what is blocked (signalfd(2)).
package final class SignalWatch: Sendable {
    private let source: OwnedDescriptor

    /// - Throws: `EINVAL` for a number that is no signal; `EMFILE` without a free descriptor.
    package init(_ signal: Int32) throws(SystemError) {
        source = try OwnedDescriptor(checking: clinux_signal_descriptor(signal), "signalfd")
    }

    package var descriptor: Int32 { source.rawValue }

    /// Whether the signal came since the last call.
    package func drain() -> Bool {
        var came = false
        while clinux_signal_read(source.rawValue) > 0 { came = true }
        return came
    }
}
