internal import CLinux
internal import GatewayCore
internal import Glibc

/// Tells the service manager how the gateway stands, by the datagram protocol of sd_notify(3).
///
/// Without a service manager every message is dropped. Not sent is not a failure of the gateway's: the
/// manager then restarts it, which is what a watchdog is for.
package struct ServiceNotifier: Sendable {
    /// The manager's socket; a leading `@` means the abstract namespace.
    private let socket: String?
    /// How often to say `watchdog()`: half of what the manager allows; nil when it does not watch.
    package let watchdogInterval: Duration?

    /// - Parameters:
    ///   - socket: `$NOTIFY_SOCKET`.
    ///   - watchdogMicroseconds: `$WATCHDOG_USEC`.
    ///   - watchdogPID: `$WATCHDOG_PID`: for which process the watchdog is meant (sd_watchdog_enabled(3)).
    package init(socket: String?, watchdogMicroseconds: String? = nil, watchdogPID: String? = nil) {
        // sd_notify(3): only absolute paths and abstract names are valid.
        self.socket = socket.flatMap { $0.hasPrefix("/") || $0.hasPrefix("@") ? $0 : nil }
        let isForUs = watchdogPID.map { Int32($0) == getpid() } ?? true
        let microseconds = watchdogMicroseconds.flatMap { Int64($0) } ?? 0
        watchdogInterval = isForUs && microseconds > 0 ? .microseconds(max(1, microseconds / 2)) : nil
    }

    /// As the environment of this process says.
    package static func fromEnvironment() -> ServiceNotifier {
        ServiceNotifier(
            socket: Environment.value(of: "NOTIFY_SOCKET"),
            watchdogMicroseconds: Environment.value(of: "WATCHDOG_USEC"),
            watchdogPID: Environment.value(of: "WATCHDOG_PID"))
    }

    /// Whether a service manager listens.
    package var isManaged: Bool { socket != nil }

    /// The state is restored and alarms can be raised.
    package func ready(status: String? = nil) { send(["READY=1"] + line(ofStatus: status)) }

    /// One line for `systemctl status`.
    package func status(_ text: String) { send(line(ofStatus: text)) }

    /// The engine's loop has made progress.
    package func watchdog() { send(["WATCHDOG=1"]) }

    /// Something that must never be is: the manager shall treat us as hung.
    package func watchdogTrigger() { send(["WATCHDOG=trigger"]) }

    /// Settings are read again; `ready` ends it. The time is what `Type=notify-reload` wants.
    package func reloading() {
        send(["RELOADING=1", "MONOTONIC_USEC=\(KernelClock.monotonicMicroseconds())"])
    }

    /// The gateway is shutting down.
    package func stopping(status: String? = nil) { send(["STOPPING=1"] + line(ofStatus: status)) }

    /// Starting or stopping takes longer than the unit's limit allows, such as during a migration.
    package func extendTimeout(by duration: Duration) {
        send(["EXTEND_TIMEOUT_USEC=\(duration.nanoseconds / 1_000)"])
    }

    private func line(ofStatus text: String?) -> [String] {
        guard let text else { return [] }
        // One line, or the manager would read the rest as another assignment.
        let bytes = text.utf8.map { $0 < 0x20 ? UInt8(ascii: " ") : $0 }.prefix(LinuxLimits.statusBytes)
        return ["STATUS=" + String(decoding: bytes, as: UTF8.self)]
    }

    private func send(_ lines: [String]) {
        guard let socket else { return }
        let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
        // Safe: the pointer and count are those of one live array, and the C function only reads.
        _ = unsafe bytes.withUnsafeBytes { buffer in
            unsafe clinux_datagram_send(socket, buffer.baseAddress, buffer.count)
        }
    }
}
