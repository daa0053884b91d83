internal import CLinux
internal import Glibc
internal import Synchronization

/// A program that this process started, waited for by its owner alone.
///
/// Its end is known by the program itself (`pidfd_open(2)`), not by a pipe or socket that it holds: what it
/// leaves running behind it, or what another thread starts in the same instant, would hold that open, and the end
/// would be told late or never.
package final class ChildProgram: Sendable {
    package let identifier: Int32
    /// Readable once it has ended.
    private let ended: OwnedDescriptor
    private let leadsGroup: Bool
    /// Nil while it runs. Held while a signal is sent, so that its number is not another's by then.
    private let state = Mutex<ProgramEnding?>(nil)

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - words: the program's path, or a name that is searched on PATH, and its arguments. No shell sees them.
    ///   - environment: all of its variables; nil for those of this process.
    ///   - leadsGroup: whether it is the first of a process group, which signals then reach as a whole.
    /// - Throws: `ENOENT`, `EACCES` and their kin when there is no such program or it cannot be run.
    package init(
        _ words: [String], environment: [String: String]? = nil, streams: ProgramStreams = ProgramStreams(),
        leadsGroup: Bool = true
    ) throws(SystemError) {
        precondition(!words.isEmpty, "A program has a name.")
        var descriptor: Int32 = -1
        let variables = environment.map { $0.map { "\($0.key)=\($0.value)" } }
        // Safe: all pointers live through the call, which keeps none: the kernel copies the words into the program
        // (execve(2)).
        let answer = unsafe Self.withCStrings(words) { words in
            var launch = clinux_launch(
                input: streams.input ?? -1, output: streams.output ?? -1, error: streams.error ?? -1,
                leads_group: leadsGroup ? 1 : 0)
            guard let variables else { return unsafe clinux_program_start(&launch, words, nil, &descriptor) }
            return unsafe Self.withCStrings(variables) {
                unsafe clinux_program_start(&launch, words, $0, &descriptor)
            }
        }
        identifier = try checked(answer, "start \(words[0])")
        ended = OwnedDescriptor(descriptor)
        self.leadsGroup = leadsGroup
    }

    deinit {
        // Let go of while it runs: nobody could end it or learn of its end any more.
        if ending() == nil { _ = try? stop(within: .zero) }
    }

    /// How it ended; nil while it runs. Returns at once.
    package func ending() -> ProgramEnding? {
        state.withLock { state in
            if let state { return state }
            let answer = clinux_program_ending(identifier)
            if answer == -EAGAIN { return nil }
            precondition(answer >= 0, "Nobody else waits for our child.")
            state = answer >= CLINUX_SIGNALLED ? .signalled(answer - Int32(CLINUX_SIGNALLED)) : .exited(answer)
            return state
        }
    }

    /// Waits for its end on the calling thread.
    ///
    /// - Parameter limit: on the boot clock; nil waits for as long as it takes.
    /// - Returns: nil when it still runs after that time.
    package func end(within limit: Duration?) throws(SystemError) -> ProgramEnding? {
        _ = try waitForInput([ended.rawValue], timeout: limit)
        return ending()
    }

    /// Asks it to end by SIGTERM; kills it, and its group where it leads one, when it has not ended in time.
    @discardableResult
    package func stop(within limit: Duration) throws(SystemError) -> ProgramEnding? {
        send(SIGTERM)
        if let ending = try end(within: limit) { return ending }
        send(SIGKILL)
        return try end(within: nil)
    }

    /// Sends a signal, to its whole group where it leads one; nothing happens when it has ended.
    package func send(_ signal: Int32) {
        state.withLock { state in
            if state == nil { _ = kill(leadsGroup ? -identifier : identifier, signal) }
        }
    }

    /// The words as a C array closed by NULL.
    private static func withCStrings<Answer>(
        _ words: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Answer
    ) -> Answer {
        // Safe: strdup's copies are freed once, after the body, which keeps none of them.
        let copies = unsafe words.map { unsafe strdup($0) } + [nil]
        defer { unsafe copies.forEach { unsafe free($0) } }
        return unsafe body(copies)
    }
}
