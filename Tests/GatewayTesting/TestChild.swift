internal import CLinux
internal import Glibc
internal import Synchronization

/// A program started by a test.
///
/// Not Foundation's: its waits block a thread, and the pool has as few as two; and it learns of an end by a
/// socket that programs which other tests start meanwhile can hold open.
package final class TestChild: Sendable {
    package struct Failure: Error, CustomStringConvertible {
        package var description: String
    }

    package let identifier: Int32
    /// How it ended; nil while it runs.
    private let ending = Mutex<Int32?>(nil)

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - input: a file it reads.
    ///   - output: a file that gets what it prints, both ways.
    package init(
        _ program: String, _ arguments: [String], input: String = "/dev/null", output: String = "/dev/null"
    ) throws(Failure) {
        let path = try Self.path(of: program)
        let read = open(input, O_RDONLY | O_CLOEXEC)
        let written = open(output, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        defer { for file in [read, written] where file >= 0 { close(file) } }
        guard read >= 0, written >= 0 else {
            throw Failure(description: "\(program) could not get \(input) and \(output).")
        }
        let words = ([path] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        // Not a group of its own: Ctrl-C at a run of the tests ends what they started.
        var launch = clinux_launch(input: read, output: written, error: written, leads_group: 0)
        var descriptor: Int32 = -1
        identifier = clinux_program_start(&launch, words, nil, &descriptor)
        guard identifier >= 0 else {
            throw Failure(description: "\(program) could not be started (\(-identifier)).")
        }
        close(descriptor)
    }

    /// Where a program is, unless its path is given. Debian keeps the broker in /usr/sbin, which is not on every
    /// user's path.
    private static func path(of program: String) throws(Failure) -> String {
        if program.hasPrefix("/") { return program }
        for folder in ["/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin", "/sbin", "/bin"] {
            let path = "\(folder)/\(program)"
            if access(path, X_OK) == 0 { return path }
        }
        throw Failure(description: "\(program) is not installed.")
    }

    package var isRunning: Bool { status() == nil }

    package func send(_ signal: Int32) {
        if isRunning { _ = kill(identifier, signal) }
    }

    /// Waits until it has ended.
    ///
    /// - Returns: what it ended with; 128 and the signal's number when a signal ended it.
    package func end() async -> Int32 {
        while true {
            if let status = status() { return status }
            try? await Task.sleep(for: .milliseconds(2), clock: .continuous)
        }
    }

    /// Ends it by SIGKILL and waits; for clean-up, where nothing can be awaited.
    package func endNow() {
        send(SIGKILL)
        while status() == nil { usleep(1_000) }
    }

    private func status() -> Int32? {
        ending.withLock { ending in
            if let ending { return ending }
            let answer = clinux_program_ending(identifier)
            guard answer >= 0 else { return nil }
            ending = answer >= CLINUX_SIGNALLED ? answer - Int32(CLINUX_SIGNALLED) + 128 : answer
            return ending
        }
    }
}
