internal import Glibc
internal import Synchronization

/// A program started by a test.
///
/// Not Foundation's: its pipes and waits block a thread, and the pool has as few as two.
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
        Self.keepDescriptors()
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        // The pool's threads block signals, and a child inherits that: it would not hear SIGTERM.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        var words = ([path] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var identifier: pid_t = 0
        let answer = posix_spawn(&identifier, path, &actions, &attributes, &words, environ)
        guard answer == 0 else { throw Failure(description: "\(program) could not be started (\(answer)).") }
        self.identifier = identifier
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

    /// Marks all descriptors of this process as its own: a listening socket that a child kept would go on
    /// listening after its end here, and not every library marks its sockets.
    private static func keepDescriptors() {
        guard let folder = opendir("/proc/self/fd") else { return }
        defer { closedir(folder) }
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard let descriptor = Int32(name), descriptor > 2 else { continue }
            let flags = fcntl(descriptor, F_GETFD)
            if flags >= 0, flags & FD_CLOEXEC == 0 { _ = fcntl(descriptor, F_SETFD, flags | FD_CLOEXEC) }
        }
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
            var status: Int32 = 0
            guard waitpid(identifier, &status, WNOHANG) == identifier else { return nil }
            let signal = status & 0x7F
            ending = signal == 0 ? (status >> 8) & 0xFF : 128 + signal
            return ending
        }
    }
}
