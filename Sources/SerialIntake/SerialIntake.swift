package import GatewayCore
package import LinuxSupport
package import Logging
internal import Glibc
internal import Synchronization

/// Brings the bytes of one serial port, wherever it is plugged in.
///
/// The port is found by its binding, not by its number. When it is unplugged it is closed at once and waited
/// for, and found again under another name. All work is done on the event thread, one step after another; the
/// lock is there for callers on other threads.
package final class SerialIntake: Sendable {
    package let id: IntakeID
    private let connection: SerialConnection
    private let greeting: [SerialGreetingStep]
    private let keepAlive: SerialKeepAlive?
    private let proof: SerialProof?
    private let ports: PortDirectory
    private let clock: SystemClock
    private let events: EventThread
    private let deliver: @Sendable (Arrival) -> Void
    private let report: @Sendable (PathState) -> Void
    private let logger: Logger
    private let state = Mutex(IntakeState())

    /// - Parameters:
    ///   - greeting: what the device wants to hear each time the port is opened.
    ///   - keepAlive: what it wants to hear from then on.
    ///   - proof: what must come before the port counts as up; nil if nothing need. What comes is delivered
    ///     all the same, so that no press waits for it.
    ///   - ports: started, and shared by all serial intakes.
    ///   - deliver: takes the bytes, in pieces of at most 4 KiB; called on the event thread, must not wait.
    ///   - report: takes each change between up and down; called on the event thread, must not wait.
    package init(
        id: IntakeID, connection: SerialConnection, greeting: [SerialGreetingStep] = [],
        keepAlive: SerialKeepAlive? = nil, proof: SerialProof? = nil, ports: PortDirectory, clock: SystemClock,
        events: EventThread,
        deliver: @escaping @Sendable (Arrival) -> Void, report: @escaping @Sendable (PathState) -> Void, logger: Logger
    ) {
        self.id = id
        self.connection = connection
        self.greeting = greeting
        self.keepAlive = keepAlive
        self.proof = proof
        self.ports = ports
        self.clock = clock
        self.events = events
        self.deliver = deliver
        self.report = report
        var logger = logger
        logger[metadataKey: LogKeys.intake] = "\(id)"
        self.logger = logger
    }

    // MARK: What others call

    /// Begins to look for the port. The first report says whether it is there.
    package func start() {
        events.run { [weak self] in
            guard let self, state.withLock({ $0.begin() }) else { return }
            let ticket = ports.watch { [weak self] in self?.portsChanged() }
            state.withLock { $0.watch = ticket }
            open()
        }
    }

    /// Closes the port. Nothing is delivered or reported once it has returned.
    ///
    /// - Precondition: not called while holding a lock that `deliver` or `report` take.
    package func stop() {
        if events.isCurrent { return end() }
        // A thread that has stopped calls nothing any more.
        let hasRun = try? events.runAndWait { [weak self] in self?.end() }
        if hasRun != true { end() }
    }

    /// Writes to the device.
    ///
    /// - Returns: false when the port is not up, or when it is so far behind that these bytes would come late.
    @discardableResult
    package func write(_ bytes: [UInt8]) -> Bool {
        let isTaken = state.withLock { state in
            state.isGreeted && state.take(bytes)
        }
        if isTaken { events.run { [weak self] in self?.writeOut() } }
        return isTaken
    }

    /// Gives the port up for a while: what it sends is another device's protocol.
    ///
    /// - Parameter reason: one sentence for the installer.
    package func reject(reason: String) {
        events.run { [weak self] in
            guard let self, let port = state.withLock({ $0.port }) else { return }
            let until = KernelClock.bootNanoseconds() + SerialLimits.rejectedInterval.nanoseconds
            state.withLock { $0.reject(port, until: until) }
            close(reason: reason, retryAfter: SerialLimits.rejectedInterval)
        }
    }

    // MARK: Opening and closing

    private func open() {
        guard state.withLock({ $0.isStarted && $0.line == nil }) else { return }
        switch PortSearch.find(connection.binding, among: ports.ports, isSameDevice: Self.isSameDevice) {
        case .absent(let reason):
            if !state.withLock({ $0.isLossReported }) { tell(.down(reason: reason)) }
        case .refused(let reason):
            tell(.down(reason: reason))
            // A link may come to point elsewhere; of other ports the directory tells.
            if case .file = connection.binding { retry(after: SerialLimits.retryInterval) }
        case .found(let port):
            if state.withLock({ $0.isRejected(port, at: KernelClock.bootNanoseconds()) }) {
                return retry(after: SerialLimits.retryInterval)
            }
            do throws(SystemError) {
                try open(port)
            } catch {
                tell(.down(reason: Self.sentence(error, port)))
                retry(after: SerialLimits.retryInterval)
            }
        }
    }

    private func open(_ port: SerialPort) throws(SystemError) {
        let parity: SerialLine.Parity =
            switch connection.parity {
            case .none: .none
            case .even: .even
            case .odd: .odd
            }
        let line = try SerialLine(
            path: port.node, speed: connection.speed, dataBits: connection.dataBits, parity: parity,
            stopBits: connection.stopBits)
        try events.register(line.descriptor, .input) { [weak self] readiness in self?.serve(readiness) }
        let opening = state.withLock { $0.adopt(line, of: port, listener: proof?.listener()) }
        logger.debug("Serial port opened.", metadata: [LogKeys.port: "\(port.node)"])
        greet(opening: opening, step: 0)
    }

    /// Closes the line, says why, and tries again later.
    private func close(reason: String, retryAfter: Duration) {
        guard release() else { return }
        tell(.down(reason: reason))
        state.withLock { $0.isLossReported = true }
        retry(after: retryAfter)
    }

    /// - Returns: whether a line was open.
    private func release() -> Bool {
        guard let line = state.withLock({ $0.letGo() }) else { return false }
        // Unregistered while it is still open: once closed, the number may be another's.
        events.unregister(line.descriptor)
        return true
    }

    private func end() {
        _ = release()
        let before = state.withLock { state in
            defer { state = IntakeState(opening: state.opening) }
            return state
        }
        if let watch = before.watch { ports.unwatch(watch) }
        if let retry = before.retry { events.cancel(retry) }
    }

    private func retry(after delay: Duration) {
        state.withLock { state in
            guard state.isStarted else { return }
            if let before = state.retry { events.cancel(before) }
            state.retry = events.schedule(after: delay) { [weak self] in self?.open() }
        }
    }

    private func portsChanged() {
        guard let port = state.withLock({ $0.port }) else { return open() }
        if case .file = connection.binding { return }
        guard !ports.ports.contains(port) else { return }
        // The event may come before the hang-up, or the hang-up never, when the driver is slow.
        close(reason: "The serial port \(port.node) was unplugged.", retryAfter: SerialLimits.retryInterval)
        open()
    }

    private func tell(_ path: PathState) {
        let isNews = state.withLock { state in
            guard state.isStarted, state.reported != path else { return false }
            state.reported = path
            state.isLossReported = false
            return true
        }
        guard isNews else { return }
        if case .down(let reason) = path {
            logger.debug("Serial port down.", metadata: [LogKeys.reason: "\(reason)"])
        }
        report(path)
    }

    // MARK: Greeting

    private func greet(opening: Int, step: Int) {
        guard state.withLock({ $0.opening == opening && $0.line != nil }) else { return }
        guard step < greeting.count else {
            let isProven = state.withLock { state in
                state.isGreeted = true
                state.discardsInput = false
                return state.isProven
            }
            repeatLater(opening: opening)
            return isProven ? tell(.up) : awaitProof(opening: opening)
        }
        let current = greeting[step]
        let isTaken = state.withLock { state in
            state.discardsInput = current.discardsInput
            return state.take(current.bytes)
        }
        guard isTaken else {
            let reason = "The device does not take its greeting; is the speed right?"
            return close(reason: reason, retryAfter: SerialLimits.retryInterval)
        }
        writeOut()
        events.schedule(after: current.pause) { [weak self] in
            guard let self else { return }
            state.withLock { state in
                if state.opening == opening, current.discardsInput { state.line?.discard() }
            }
            greet(opening: opening, step: step + 1)
        }
    }

    /// Writes what the device wants to hear, time and again while this line is open. A line that has not taken
    /// what came before gets no more.
    private func repeatLater(opening: Int) {
        guard let keepAlive else { return }
        events.schedule(after: keepAlive.interval) { [weak self] in
            guard let self else { return }
            let wasHeard = state.withLock { state -> Bool? in
                guard state.opening == opening, state.line != nil else { return nil }
                let wasHeard = state.hasHeardLately
                state.hasHeardLately = false
                if state.unwritten.isEmpty { _ = state.take(wasHeard ? keepAlive.bytes : keepAlive.bytesInSilence) }
                return wasHeard
            }
            guard let wasHeard else { return }
            if let silence = keepAlive.silence, !wasHeard {
                return close(reason: silence, retryAfter: SerialLimits.retryInterval)
            }
            writeOut()
            repeatLater(opening: opening)
        }
    }

    /// Gives the port up when the device does not show in time that it is the one that is meant.
    private func awaitProof(opening: Int) {
        guard let proof else { return }
        events.schedule(after: proof.within) { [weak self] in
            guard let self else { return }
            let wasHeard = state.withLock { state -> Bool? in
                state.opening == opening && state.line != nil && !state.isProven ? state.hasHeard : nil
            }
            guard let wasHeard else { return }
            reject(reason: wasHeard ? proof.strangeness : proof.silence)
        }
    }

    // MARK: Reading and writing

    private func serve(_ readiness: Readiness) {
        if readiness.contains(.output) { writeOut() }
        var isGone = !readiness.isDisjoint(with: [.hangUp, .error])
        for _ in 0..<SerialLimits.readsInTurn {
            guard let line = state.withLock({ $0.line }) else { return }
            do throws(SystemError) {
                guard let bytes = try line.read(atMost: SerialLimits.chunkBytes) else { break }
                // The end of a terminal is its device's end.
                guard !bytes.isEmpty else {
                    isGone = true
                    break
                }
                take(bytes)
            } catch {
                isGone = true
                break
            }
        }
        // What waits beyond this turn is read in the next; a device that is gone reads as gone then, too.
        if isGone { closeUnplugged() }
    }

    private func take(_ bytes: [UInt8]) {
        let isDiscarded = state.withLock { state in
            state.hasHeardLately = true
            return state.discardsInput
        }
        if isDiscarded { return }
        let moment = clock.now()
        if state.withLock({ $0.hear(bytes, at: moment) }) { tell(.up) }
        deliver(Arrival(intake: id, address: id.name, bytes: bytes, moment: moment, isAlarmClass: true))
    }

    private func writeOut() {
        guard let (line, bytes) = state.withLock({ state in state.line.map { ($0, state.unwritten) } }),
            !bytes.isEmpty
        else { return }
        do throws(SystemError) {
            let count = try line.write(bytes)
            let isDone = state.withLock { state in
                state.unwritten.removeFirst(count)
                return state.unwritten.isEmpty
            }
            try events.register(line.descriptor, isDone ? .input : [.input, .output]) { [weak self] readiness in
                self?.serve(readiness)
            }
        } catch {
            closeUnplugged()
        }
    }

    private func closeUnplugged() {
        let node = state.withLock { $0.port?.node } ?? ""
        close(
            reason: "The serial port \(node) stopped answering: it was unplugged, or its device failed.",
            retryAfter: SerialLimits.retryInterval)
    }

    // MARK: Words and files

    /// By the numbers of the devices: a link, or a node of another name in a container, leads to the same one.
    private static func isSameDevice(_ one: String, _ other: String) -> Bool {
        guard let first = deviceNumber(one), let second = deviceNumber(other) else { return one == other }
        return first == second
    }

    private static func deviceNumber(_ path: String) -> dev_t? {
        var status = stat()
        // Safe: stat(2) fills the value that lives through the call, from a C string that does.
        guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFCHR else { return nil }
        return status.st_rdev
    }

    private static func sentence(_ error: SystemError, _ port: SerialPort) -> String {
        let advice =
            switch error.code {
            case ENOENT, ENXIO, ENODEV, EIO: "Is it plugged in?"
            case EACCES, EPERM: "The gateway's user needs the group that owns it, on Debian dialout."
            case EBUSY: "Another program has it open."
            case ENOTTY: "It is no serial port."
            default: "Another speed or another cable may help."
            }
        return "The serial port \(port.node) cannot be used: \(error). \(advice)"
    }
}
