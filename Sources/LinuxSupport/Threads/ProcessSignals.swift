internal import CLinux

/// What the process does about signals; ServiceLifecycle handles TERM and INT.
package enum ProcessSignals {
    /// Makes a write to a closed pipe or socket an error instead of the end of the process. First thing in
    /// `main`: systemd's default (`IgnoreSIGPIPE=yes`) hides the need until somebody starts it by hand.
    package static func ignoreBrokenPipes() {
        let answer = clinux_ignore_broken_pipes()
        precondition(answer == 0, "SIGPIPE is a signal that can be ignored.")
    }
}
