internal import LinuxSupport
internal import Synchronization

extension BackgroundThread {
    /// Runs something that blocks on a thread of its own and waits for it without blocking Swift's pool.
    static func result<Value: Sendable>(
        name: String, _ body: @escaping @Sendable () -> Value
    ) async -> Value {
        await withCheckedContinuation { continuation in
            _ = start(name: name) { continuation.resume(returning: body()) }
        }
    }
}

/// A thread that is started once and waited for later.
final class BackgroundThreadBox: Sendable {
    private let thread = Mutex<BackgroundThread?>(nil)

    func start(name: String, _ body: @escaping @Sendable () -> Void) {
        thread.withLock { $0 = BackgroundThread.start(name: name, body) }
    }

    func join() {
        thread.withLock { $0 }?.join()
    }
}
