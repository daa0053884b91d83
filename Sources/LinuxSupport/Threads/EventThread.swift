internal import CLinux
internal import GatewayCore
internal import Glibc
internal import Synchronization

/// One thread that waits for all quiet descriptors: serial lines, device news, timers, notifications.
///
/// Handlers run on it one after another and must not block; what they share among themselves needs no lock.
package final class EventThread: Sendable {
    package typealias Handler = @Sendable (Readiness) -> Void

    /// Names one registration, so that an event of a closed descriptor never reaches the next one that got
    /// the same number.
    private struct Registration {
        var token: UInt64
        var handler: Handler
    }

    private struct State {
        var registrations: [Int32: Registration] = [:]
        var descriptors: [UInt64: Int32] = [:]
        var nextToken: UInt64 = 1
        var agenda = Agenda()
        var queued: [@Sendable () -> Void] = []
        var isStopping = false
        /// The thread itself, from its first step to its last.
        var loop: pthread_t?

        mutating func takeQueued() -> [@Sendable () -> Void] {
            defer { queued = [] }
            return queued
        }
    }

    private let epoll: OwnedDescriptor
    private let wakeUp: WakeUp
    private let timer: DeadlineTimer
    private let state = Mutex(State())
    private let thread = Mutex<BackgroundThread?>(nil)

    /// Starts the thread.
    ///
    /// - Throws: `EMFILE` and its kin when the process has no descriptors left.
    package init(name: String = "events") throws(SystemError) {
        epoll = try OwnedDescriptor(checking: clinux_epoll_create(), "epoll_create1")
        wakeUp = try WakeUp()
        timer = try DeadlineTimer()
        try register(wakeUp.descriptor, .input) { [wakeUp] _ in wakeUp.drain() }
        try register(timer.descriptor, .input) { [timer] _ in timer.drain() }
        thread.withLock { thread in
            thread = BackgroundThread.start(name: name) { self.loop() }
        }
    }

    // MARK: Descriptors

    /// Calls the handler on the thread whenever the descriptor is ready, until it is unregistered.
    ///
    /// The owner keeps the descriptor open until then. A descriptor that is registered already gets the new
    /// interest and handler.
    ///
    /// - Throws: `EPERM` for a file that cannot be waited for, `ENOSPC` when the user watches too many.
    package func register(
        _ descriptor: Int32, _ interest: Readiness, _ handler: @escaping Handler
    ) throws(SystemError) {
        let answer = state.withLock { state in
            let token = state.nextToken
            let before = state.registrations[descriptor]
            let answer =
                before == nil
                ? clinux_epoll_add(epoll.rawValue, descriptor, interest.rawValue, token)
                : clinux_epoll_change(epoll.rawValue, descriptor, interest.rawValue, token)
            guard answer >= 0 else { return answer }
            state.nextToken += 1
            if let before { state.descriptors[before.token] = nil }
            state.registrations[descriptor] = Registration(token: token, handler: handler)
            state.descriptors[token] = descriptor
            return answer
        }
        try checked(answer, "epoll_ctl")
    }

    /// Ends a registration; does nothing when there is none. Call it before the descriptor is closed.
    ///
    /// On the thread itself the handler is not called again. Called from elsewhere, one call may still be
    /// under way: use `runAndWait` where that matters.
    package func unregister(_ descriptor: Int32) {
        state.withLock { state in
            guard let registration = state.registrations.removeValue(forKey: descriptor) else { return }
            state.descriptors[registration.token] = nil
            _ = clinux_epoll_remove(epoll.rawValue, descriptor)
        }
    }

    // MARK: Work

    /// Runs the body on the thread, after what was queued before.
    ///
    /// - Returns: false when the thread is stopping and the body will not run.
    @discardableResult
    package func run(_ body: @escaping @Sendable () -> Void) -> Bool {
        let isAccepted = state.withLock { state in
            if !state.isStopping { state.queued.append(body) }
            return !state.isStopping
        }
        if isAccepted { wakeUp.signal() }
        return isAccepted
    }

    /// Runs the body on the thread and returns when it has run.
    ///
    /// - Returns: false when the thread is stopping and the body did not run.
    /// - Precondition: not called on the thread itself.
    @discardableResult
    package func runAndWait(_ body: @escaping @Sendable () -> Void) throws(SystemError) -> Bool {
        precondition(!isCurrent, "The event thread cannot wait for itself.")
        let done = try WakeUp()
        let isAccepted = run {
            body()
            done.signal()
        }
        // What was accepted runs: the loop finishes its queue before it ends.
        if isAccepted { _ = try waitForInput([done.descriptor], timeout: nil) }
        return isAccepted
    }

    /// Whether the caller runs on the thread.
    package var isCurrent: Bool { state.withLock { $0.loop == pthread_self() } }

    // MARK: Timers

    /// Runs the body on the thread once the time has passed, on the boot clock.
    ///
    /// - Returns: what `cancel` takes.
    @discardableResult
    package func schedule(after delay: Duration, _ body: @escaping @Sendable () -> Void) -> AgendaTicket {
        let time = KernelClock.bootNanoseconds().addingClamped(max(0, delay.nanoseconds))
        return state.withLock { state in
            let ticket = state.agenda.add(at: time, body)
            arm(state.agenda)
            return ticket
        }
    }

    /// Forgets a scheduled body; does nothing when it has run.
    package func cancel(_ ticket: AgendaTicket) {
        state.withLock { state in
            state.agenda.remove(ticket)
            arm(state.agenda)
        }
    }

    private func arm(_ agenda: Agenda) {
        if let next = agenda.next { timer.set(kernelNanoseconds: next) } else { timer.clear() }
    }

    // MARK: Life

    /// Ends the thread after what was queued and waits for its end; called on the thread itself, it only asks.
    ///
    /// Registered handlers and scheduled bodies are forgotten.
    package func stop() {
        state.withLock { $0.isStopping = true }
        wakeUp.signal()
        if !isCurrent { thread.withLock { $0 }?.join() }
    }

    private func loop() {
        state.withLock { $0.loop = pthread_self() }
        var ready = [clinux_ready](repeating: clinux_ready(), count: LinuxLimits.eventsAtOnce)
        while true {
            // Safe: the array lives through the call and holds the count that the C function is given.
            let answer = unsafe clinux_epoll_wait(epoll.rawValue, &ready, Int32(ready.count))
            precondition(answer >= 0, "epoll_wait: \(SystemError.text(of: -answer)).")
            for event in ready.prefix(Int(answer)) {
                handler(of: event.token)?(Readiness(rawValue: event.readiness))
            }
            for body in state.withLock({ $0.agenda.takeDue(at: KernelClock.bootNanoseconds()) }) { body() }
            for body in state.withLock({ $0.takeQueued() }) { body() }
            let isFinished = state.withLock { state in
                arm(state.agenda)
                return state.isStopping && state.queued.isEmpty
            }
            if isFinished { break }
        }
        state.withLock { $0 = State(isStopping: true) }
    }

    /// The handler as it is now: an earlier handler of the same batch may have ended the registration.
    private func handler(of token: UInt64) -> Handler? {
        state.withLock { state in
            state.descriptors[token].flatMap { state.registrations[$0]?.handler }
        }
    }
}
