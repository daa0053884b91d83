package import GatewayCore

/// Every bound of this target in one place, each with its reason.
package enum LinuxLimits {
    /// As many as the shim's poll has room for; more belong to the event thread.
    package static let polledDescriptors = 64
    /// The deepest path of ours, a long rule evaluation under SQLite, needs a small part of it; the kernel
    /// gives pages only as they are touched.
    package static let threadStackBytes = 1_048_576
    /// Events taken from epoll at once.
    package static let eventsAtOnce = 32
    /// How long one answer of adjtimex is believed: the kernel's state changes over minutes.
    package static let clockQualityLife = Duration.seconds(1)
    /// No home's clock shows less: this release did not exist before. 2026-11-01T00:00:00Z.
    package static let earliestWallTime = WallTime(milliseconds: 1_793_491_200_000)
    /// A real-time clock that keeps time differs from UTC by at most a zone, if it was set to local time.
    package static let realTimeClockTolerance = Duration.hours(26)
    /// Identical log messages a minute; a device that floods must not push the rest out of the journal.
    package static let identicalLogMessages = 60
    package static let logWindow = Duration.seconds(60)
    /// Different log messages counted at once. They are constants of the code, so more is a mistake.
    package static let countedLogMessages = 1_024
    /// One log line. journald takes 48 KiB (`LineMax=`, journald.conf(5)); a value that long is of no use.
    package static let logLineBytes = 4_096
    /// A status line for `systemctl status`.
    package static let statusBytes = 256
    /// One line of the control socket: the longest answer is a home's whole list of alerts in JSON.
    package static let socketLineBytes = 1_048_576
    /// One read of a socket.
    package static let socketReadBytes = 65_536
    /// Connections waiting to be accepted.
    package static let socketBacklog: Int32 = 16
}
