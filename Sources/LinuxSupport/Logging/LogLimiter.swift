internal import GatewayCore
internal import Synchronization

/// Counts identical messages, so that one that floods leaves room for the others.
package final class LogLimiter: Sendable {
    package enum Admission: Hashable, Sendable {
        /// Write it, and say how many before it were left out.
        case admitted(suppressed: Int)
        case refused
    }

    private struct Window {
        var began: Int64
        var written = 0
        var suppressed = 0
    }

    /// The process's own.
    package static let shared = LogLimiter()

    private let limit: Int
    private let windows = Mutex<[String: Window]>([:])

    package init(limit: Int = LinuxLimits.identicalLogMessages) {
        precondition(limit > 0, "A limit of nothing would hide every message.")
        self.limit = limit
    }

    /// Whether to write one more of this message now.
    package func admit(_ message: String, kernelNanoseconds now: Int64) -> Admission {
        windows.withLock { windows in
            var window = windows[message] ?? Window(began: now)
            var suppressed = 0
            if now &- window.began >= LinuxLimits.logWindow.nanoseconds {
                suppressed = window.suppressed
                window = Window(began: now)
            }
            let isAdmitted = window.written < limit
            if isAdmitted { window.written += 1 } else { window.suppressed += 1 }
            // Messages are constants; if they are not, forget all rather than grow.
            if windows.count >= LinuxLimits.countedLogMessages, windows[message] == nil { windows = [:] }
            windows[message] = window
            return isAdmitted ? .admitted(suppressed: suppressed) : .refused
        }
    }
}
