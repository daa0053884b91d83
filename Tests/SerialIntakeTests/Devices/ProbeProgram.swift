import GatewayTesting
import Glibc
import LinuxSupport
import Synchronization

/// A program that a test started, with its output line by line.
final class ProbeProgram: Sendable {
    /// Each line of its standard output, without the end.
    let lines = Mailbox<String>()
    private let program: ChildProgram
    private let input: Mutex<OwnedDescriptor?>
    private let reader: BackgroundThread

    /// - Parameter arguments: the program's path or name first.
    init(_ arguments: [String]) throws {
        let (itsInput, input) = try Self.pipe()
        let (output, itsOutput) = try Self.pipe()
        defer { for end in [itsInput, itsOutput] { close(end) } }
        self.input = Mutex(OwnedDescriptor(input))
        // It says aloud what goes wrong, for whoever reads the log of the tests.
        let streams = ProgramStreams(input: itsInput, output: itsOutput, error: 2)
        do {
            program = try ChildProgram(arguments, streams: streams)
        } catch {
            close(output)
            throw error
        }
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

    /// The ends of a pipe, to read and to write.
    private static func pipe() throws -> (Int32, Int32) {
        var ends: [Int32] = [-1, -1]
        guard Glibc.pipe(&ends) == 0 else { throw SystemError(code: errno, call: "pipe") }
        return (ends[0], ends[1])
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
        let ending = (try? program.end(within: .seconds(20))) ?? nil
        kill(-program.identifier, SIGKILL)
        _ = try? program.end(within: nil)
        reader.join()
        if case .exited(let status) = ending { return status }
        return nil
    }
}
