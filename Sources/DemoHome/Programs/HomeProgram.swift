internal import Foundation
internal import Glibc
internal import LinuxSupport
internal import Synchronization

/// A program that the home runs.
///
/// A thread of its own starts it and waits for it. The program is bound to that thread's life
/// (`PR_SET_PDEATHSIG`, prctl(2)), so that it never outlives this process, however that ends; and it has a
/// process group of its own, so that Ctrl-C in a terminal reaches only us and the end is in order.
package final class HomeProgram: Sendable {
    package let name: String
    package var identifier: Int32 { program.identifier }
    private let program: ChildProgram
    private let waiters = Mutex<[UUID: CheckedContinuation<Int32?, Never>]>([:])

    private init(name: String, program: ChildProgram) {
        self.name = name
        self.program = program
    }

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - environment: variables besides those of this process.
    ///   - log: a file to which everything it prints is added.
    ///   - line: gets each line that it prints, on a thread of its own.
    package static func start(
        _ name: String, _ path: String, _ arguments: [String], environment: [String: String] = [:],
        log: String? = nil, line: (@Sendable (String) -> Void)? = nil
    ) async throws -> HomeProgram {
        // setpriv (Debian's util-linux) binds it to the thread, then becomes it: same process, same number.
        let launcher = try ProjectFolder.installed("setpriv")
        let wrapped = [launcher, "--pdeathsig", "KILL", "--", path] + arguments
        let variables = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        let output = try Pipe()
        return try await withCheckedThrowingContinuation { continuation in
            _ = BackgroundThread.start(name: "child \(name)") {
                let streams = ProgramStreams(output: output.entry, error: output.entry)
                let started = try? ChildProgram(wrapped, environment: variables, streams: streams)
                output.closeEntry()
                guard let started else {
                    output.closeExit()
                    continuation.resume(throwing: HomeFailure("\(path) could not be started."))
                    return
                }
                let child = HomeProgram(name: name, program: started)
                _ = BackgroundThread.start(name: "reads \(name)") { output.readAll(log: log, line: line) }
                continuation.resume(returning: child)
                child.waitForEnd()
            }
        }
    }

    private func waitForEnd() {
        guard let ending = (try? program.end(within: nil)) ?? nil else { return }
        let waiting = waiters.withLock { waiters in
            defer { waiters = [:] }
            return Array(waiters.values)
        }
        for waiter in waiting { waiter.resume(returning: ending.shellStatus) }
    }

    package var isRunning: Bool { ending == nil }

    /// How it ended: its status, or 128 and the signal's number; nil while it runs.
    package var ending: Int32? { program.ending()?.shellStatus }

    /// Sends a signal; nothing happens when it has ended.
    package func send(_ signal: Int32) {
        program.send(signal)
    }

    /// Waits for its end.
    ///
    /// - Returns: how it ended; nil when it still runs after that time.
    package func end(within limit: Duration) async -> Int32? {
        let id = UUID()
        let patience = Task {
            try? await Task.sleep(for: limit, clock: .continuous)
            waiters.withLock { $0.removeValue(forKey: id) }?.resume(returning: nil)
        }
        defer { patience.cancel() }
        return await withCheckedContinuation { continuation in
            // Asked under the lock: what ends after that finds the one who waits.
            let ending = waiters.withLock { waiters -> Int32? in
                let ending = self.ending
                if ending == nil { waiters[id] = continuation }
                return ending
            }
            if let ending { continuation.resume(returning: ending) }
        }
    }

    /// Asks it to end, and kills it if it has not ended in time.
    ///
    /// - Returns: how it ended.
    @discardableResult
    package func stop(within limit: Duration = DemoLimits.stop) async -> Int32? {
        send(SIGTERM)
        if let ending = await end(within: limit) { return ending }
        return await kill()
    }

    /// Ends it as a power cut would.
    @discardableResult
    package func kill() async -> Int32? {
        send(SIGKILL)
        return await end(within: DemoLimits.stop)
    }
}
