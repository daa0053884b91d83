internal import CLinux
internal import Glibc
internal import Synchronization

/// A thread of our own, for calls that block: Swift's pool has one thread per core and does not grow.
///
/// Every signal is blocked in it, so that a signal never interrupts its work and always finds the thread that
/// waits for signals.
package final class BackgroundThread: Sendable {
    /// Nil once joined.
    private let handle: Mutex<pthread_t?>

    private init(_ handle: pthread_t) {
        self.handle = Mutex(handle)
    }

    /// Starts a thread.
    ///
    /// A machine that cannot give the gateway its few threads cannot run it: the process then ends, and the
    /// service manager tries again.
    ///
    /// - Parameters:
    ///   - name: for `ps` and `top`; 15 bytes are kept.
    ///   - body: the thread ends when it returns.
    package static func start(name: String, _ body: @escaping @Sendable () -> Void) -> BackgroundThread {
        // Safe: the box is retained here and released exactly once, by the new thread, or below when there is
        // none. The C function copies the name.
        let context = unsafe Unmanaged.passRetained(ThreadBody(body)).toOpaque()
        var handle = pthread_t()
        let answer = unsafe clinux_thread_start(
            { context in
                guard let context = unsafe context else { return nil }
                unsafe Unmanaged<ThreadBody>.fromOpaque(context).takeRetainedValue().run()
                return nil
            },
            context, LinuxLimits.threadStackBytes, name, &handle)
        guard answer == 0 else {
            preconditionFailure("The thread \(name) could not be started: \(SystemError.text(of: -answer)).")
        }
        return BackgroundThread(handle)
    }

    /// Waits until the thread's body has returned. Returns at once when it was joined before.
    ///
    /// - Precondition: not called by the thread itself.
    package func join() {
        handle.withLock { handle in
            guard let joined = handle else { return }
            precondition(pthread_equal(joined, pthread_self()) == 0, "A thread cannot wait for itself.")
            pthread_join(joined, nil)
            handle = nil
        }
    }

    deinit {
        // Never joined: its resources go when its body returns.
        if let handle = handle.withLock({ $0 }) { pthread_detach(handle) }
    }
}

private final class ThreadBody: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) {
        self.run = run
    }
}
