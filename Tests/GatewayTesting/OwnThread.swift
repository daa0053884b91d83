internal import Foundation
internal import Synchronization
package import Testing

/// Runs each test on a thread of its own.
///
/// For tests that compute for a second or more. Swift's pool has as many threads as the machine has cores, and a
/// thread that computes gives way to nobody: two such tests would let every other wait, whatever deadline that has.
/// A thread of its own shares the cores by the kernel's rules.
package struct OwnThread: TestTrait, SuiteTrait, TestScoping {
    package var isRecursive: Bool { true }

    @concurrent package func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable @concurrent () async throws -> Void
    ) async throws {
        let executor = ThreadExecutor()
        defer { executor.stop() }
        try await withTaskExecutorPreference(executor) { try await function() }
    }
}

extension Trait where Self == OwnThread {
    /// Runs each test on a thread of its own, because it computes for long.
    package static var ownThread: Self { OwnThread() }
}

/// One thread that performs what a task has to do, in order.
private final class ThreadExecutor: TaskExecutor {
    private struct Work {
        var jobs: [UnownedJob] = []
        var isStopped = false
    }

    private let work = Mutex(Work())
    private let arrived = DispatchSemaphore(value: 0)

    private static let nameFile = "/proc/thread-self/comm"

    /// As much as the main thread has by default: what recurses shall not fail for the place where it is tested.
    private static let stackBytes = 8 << 20

    init() {
        let thread = Thread { [self] in run() }
        thread.stackSize = Self.stackBytes
        thread.start()
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        work.withLock { work in
            precondition(!work.isStopped, "A test's work ends with the test.")
            work.jobs.append(job)
        }
        arrived.signal()
    }

    func stop() {
        work.withLock { $0.isStopped = true }
        arrived.signal()
    }

    private func run() {
        // Foundation does not know the thread yet, and would name none (proc_pid_comm(5)).
        try? "test".write(toFile: Self.nameFile, atomically: false, encoding: .utf8)
        while true {
            arrived.wait()
            let next = work.withLock { work in work.jobs.isEmpty ? nil : work.jobs.removeFirst() }
            guard let next else { return }
            next.runSynchronously(on: asUnownedTaskExecutor())
        }
    }
}
