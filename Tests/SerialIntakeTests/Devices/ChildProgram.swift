import GatewayTesting
import Glibc
import LinuxSupport
import Synchronization

/// A program that a test started, with its output line by line.
final class ChildProgram: Sendable {
    /// Each line of its standard output, without the end.
    let lines = Mailbox<String>()
    private let pid: pid_t
    private let input: Mutex<OwnedDescriptor?>
    private let reader: BackgroundThread

    /// One start at a time, so that no child inherits the pipes of another.
    private static let starting = Mutex(())

    /// - Parameter arguments: the program's path or name first.
    init(_ arguments: [String]) throws {
        let (pid, input, output) = try Self.starting.withLock { _ in try Self.start(arguments) }
        self.pid = pid
        self.input = Mutex(OwnedDescriptor(input))
        reader = BackgroundThread.start(name: "child-output") { [lines] in
            var rest: [UInt8] = []
            while let bytes = try? DescriptorBytes.read(output, atMost: 4_096), !bytes.isEmpty {
                rest += bytes
                while let end = rest.firstIndex(of: 10) {
                    lines.put(String(decoding: rest[..<end], as: UTF8.self))
                    rest.removeFirst(end + 1)
                }
            }
            close(output)
        }
    }

    /// Starts it as the leader of a group of its own: its id, our end of its input, our end of its output.
    private static func start(_ arguments: [String]) throws -> (pid_t, Int32, Int32) {
        var inputEnds: [Int32] = [0, 0]
        var outputEnds: [Int32] = [0, 0]
        guard pipe(&inputEnds) == 0, pipe(&outputEnds) == 0 else { throw SystemError(code: errno, call: "pipe") }
        for end in inputEnds + outputEnds { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_adddup2(&actions, inputEnds[0], 0)
        posix_spawn_file_actions_adddup2(&actions, outputEnds[1], 1)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        var words = arguments.map { strdup($0) } + [nil]
        var pid = pid_t()
        let error = posix_spawnp(&pid, arguments[0], &actions, &attributes, &words, environ)
        words.forEach { free($0) }
        posix_spawnattr_destroy(&attributes)
        posix_spawn_file_actions_destroy(&actions)
        close(inputEnds[0])
        close(outputEnds[1])
        guard error == 0 else {
            close(inputEnds[1])
            close(outputEnds[0])
            throw SystemError(code: error, call: "start \(arguments[0])")
        }
        return (pid, inputEnds[1], outputEnds[0])
    }

    /// Writes a line to its standard input.
    func say(_ line: String) throws {
        // A program that died must fail its test, not end them all.
        ProcessSignals.ignoreBrokenPipes()
        let descriptor = input.withLock { $0?.rawValue }
        if let descriptor { _ = try DescriptorBytes.write(descriptor, Array((line + "\n").utf8)) }
    }

    /// Ends its input and gives it time to end by itself, then kills it and what it started.
    ///
    /// - Returns: its exit status; nil when it had to be killed or was killed.
    @discardableResult
    func end() -> Int32? {
        input.withLock { $0 = nil }
        var status: Int32 = 0
        var hasEnded = false
        for _ in 0..<4_000 where !hasEnded {
            hasEnded = waitpid(pid, &status, WNOHANG) != 0
            if !hasEnded { usleep(5_000) }
        }
        kill(-pid, SIGKILL)
        if !hasEnded { waitpid(pid, &status, 0) }
        reader.join()
        return status & 0x7f == 0 ? (status >> 8) & 0xff : nil
    }
}
