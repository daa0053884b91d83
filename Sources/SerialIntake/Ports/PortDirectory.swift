package import LinuxSupport
package import Logging
internal import GatewayCore
internal import Glibc
internal import Synchronization

/// The serial ports of this machine as they come and go. All serial intakes share one.
package final class PortDirectory: Sendable {
    /// Names one watcher.
    package struct WatchTicket: Hashable, Sendable {
        let number: UInt64
    }

    private struct State {
        var ports: [SerialPort] = []
        var watchers: [UInt64: @Sendable () -> Void] = [:]
        var lastNumber: UInt64 = 0
        var rescan: AgendaTicket?
        var settling: AgendaTicket?
        var descriptor: Int32?
        var isStarted = false
        var scans = 0
    }

    private let events: EventThread
    private let logger: Logger
    private let state = Mutex(State())
    /// Behind its lock because libudev is not safe for two threads; nil while not started.
    private let udev = Mutex<Udev?>(nil)

    package init(events: EventThread, logger: Logger) {
        self.events = events
        self.logger = logger
    }

    /// The ports as last seen.
    package var ports: [SerialPort] { state.withLock { $0.ports } }

    /// How often the machine was looked through: once for each burst of events, and now and then.
    package var scans: Int { state.withLock { $0.scans } }

    /// Begins to watch, and returns with the ports known.
    package func start() {
        let isFirst = state.withLock { state in
            defer { state.isStarted = true }
            return !state.isStarted
        }
        guard isFirst else { return }
        // The monitor receives before the first scan, or a plug between the two would be lost.
        let descriptor = udev.withLock { udev -> Int32? in
            udev = Udev()
            return udev?.descriptor
        }
        if let descriptor {
            do throws(SystemError) {
                try events.register(descriptor, .input) { [weak self] _ in self?.hear() }
                state.withLock { $0.descriptor = descriptor }
            } catch {
                logger.debug("Ports are only scanned.", metadata: [LogKeys.error: "\(error)"])
            }
        }
        rescan()
    }

    /// Ends watching.
    package func stop() {
        let (descriptor, tickets) = state.withLock { state in
            defer { state = State() }
            return (state.descriptor, [state.rescan, state.settling].compactMap(\.self))
        }
        tickets.forEach(events.cancel)
        if let descriptor { events.unregister(descriptor) }
        udev.withLock { $0 = nil }
    }

    /// Calls the body on the event thread after each change of the ports.
    func watch(_ body: @escaping @Sendable () -> Void) -> WatchTicket {
        state.withLock { state in
            state.lastNumber += 1
            state.watchers[state.lastNumber] = body
            return WatchTicket(number: state.lastNumber)
        }
    }

    func unwatch(_ ticket: WatchTicket) {
        state.withLock { $0.watchers[ticket.number] = nil }
    }

    /// Takes in what a scan found.
    func apply(_ ports: [SerialPort]) {
        let (isChanged, watchers) = state.withLock { state in
            defer { state.ports = ports }
            return (state.ports != ports, state.watchers.values.map { $0 })
        }
        guard isChanged else { return }
        logger.debug("Serial ports changed.", metadata: [LogKeys.count: "\(ports.count)"])
        for watcher in watchers { events.run(watcher) }
    }

    /// An event came: one scan when the burst is over.
    private func hear() {
        udev.withLock { udev in
            guard udev != nil else { return }
            udev?.drain()
        }
        state.withLock { state in
            guard state.isStarted, state.settling == nil else { return }
            state.settling = events.schedule(after: SerialLimits.settleInterval) { [weak self] in
                self?.state.withLock { $0.settling = nil }
                self?.rescan()
            }
        }
    }

    private func rescan() {
        let ports = udev.withLock { udev -> [SerialPort]? in udev?.scan() }
        state.withLock { $0.scans += 1 }
        if let ports { apply(ports) }
        // Without a udevd, as in a container, no events come at all.
        // Safe: Swift passes a C string that lives through the call.
        let hasDaemon = unsafe access("/run/udev/control", F_OK) == 0
        let interval = hasDaemon ? SerialLimits.rescanInterval : SerialLimits.retryInterval
        state.withLock { state in
            guard state.isStarted else { return }
            if let before = state.rescan { events.cancel(before) }
            state.rescan = events.schedule(after: interval) { [weak self] in self?.rescan() }
        }
    }
}
