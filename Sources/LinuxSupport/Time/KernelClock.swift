internal import CLinux

/// The kernel's clocks, read bare. Everything else takes time from `SystemClock`.
package enum KernelClock {
    /// `CLOCK_BOOTTIME`: since this boot, suspend included.
    package static func bootNanoseconds() -> Int64 { clinux_boot_nanoseconds() }

    /// `CLOCK_MONOTONIC`, which sd_notify's `MONOTONIC_USEC` wants.
    package static func monotonicMicroseconds() -> Int64 { clinux_monotonic_microseconds() }

    /// How long the machine has been suspended since this boot, by what `CLOCK_BOOTTIME` counts and
    /// `CLOCK_MONOTONIC` does not. Never too long: a stall between the two readings shortens it.
    package static func suspendedNanoseconds() -> Int64 {
        let boot = clinux_boot_nanoseconds()
        return boot - clinux_monotonic_microseconds() * 1_000
    }

    /// `CLOCK_REALTIME`: milliseconds since 1970; it steps.
    package static func wallMilliseconds() -> Int64 { clinux_wall_milliseconds() }
}
