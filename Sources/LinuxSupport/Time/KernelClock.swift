internal import CLinux

/// The kernel's clocks, read bare. Everything else takes time from `SystemClock`.
package enum KernelClock {
    /// `CLOCK_BOOTTIME`: since this boot, suspend included.
    package static func bootNanoseconds() -> Int64 { clinux_boot_nanoseconds() }

    /// `CLOCK_MONOTONIC`, which sd_notify's `MONOTONIC_USEC` wants.
    package static func monotonicMicroseconds() -> Int64 { clinux_monotonic_microseconds() }

    /// `CLOCK_REALTIME`: milliseconds since 1970; it steps.
    package static func wallMilliseconds() -> Int64 { clinux_wall_milliseconds() }
}
