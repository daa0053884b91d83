import CLinux
import GatewayTesting
import Glibc
import Testing

@testable import LinuxSupport

struct ChildProgramTests {
    private static let patience = Duration.seconds(60)

    @Test(arguments: [("exit 0", ProgramEnding.exited(0)), ("exit 7", .exited(7)), ("kill -9 $$", .signalled(9))])
    func `a program tells how it ended`(script: String, ending: ProgramEnding) throws {
        let program = try ChildProgram(["sh", "-c", script])
        #expect(try program.end(within: Self.patience) == ending)
        #expect(program.ending() == ending, "It is known for as long as one asks.")
    }

    @Test(arguments: [(["/no/such/program"], ENOENT), (["no-such-program"], ENOENT), (["/etc/passwd"], EACCES)])
    func `what cannot be run is an error at once`(words: [String], code: Int32) {
        #expect(throws: SystemError(code: code, call: "start \(words[0])")) { _ = try ChildProgram(words) }
    }

    @Test func `its end is told while what it started goes on with all that it held`() throws {
        try withPipe { read, write in
            // The left-over program lives until its input ends.
            let program = try ChildProgram(
                ["sh", "-c", "cat <&0 & exit 3"], streams: ProgramStreams(input: read), leadsGroup: false)
            #expect(try program.end(within: Self.patience) == .exited(3))
        }
    }

    @Test func `it gets its three streams and no other descriptor of ours`() throws {
        try withPipe { read, write in
            // dup(2) marks nothing close-on-exec.
            let unmarked = dup(read)
            defer { close(unmarked) }
            let program = try ChildProgram(
                ["sh", "-c", "ls /proc/$$/fd"], streams: ProgramStreams(output: write))
            #expect(try program.end(within: Self.patience) == .exited(0))
            let listed = try DescriptorBytes.read(read, atMost: 4_096) ?? []
            #expect(String(decoding: listed, as: UTF8.self).split(separator: "\n") == ["0", "1", "2"])
        }
    }

    @Test func `its variables are those it was given, and ours otherwise`() throws {
        try withPipe { read, write in
            let script = "echo \"$ROOM,$HOME\""
            let given = try ChildProgram(
                ["/bin/sh", "-c", script], environment: ["ROOM": "hall"], streams: ProgramStreams(output: write))
            #expect(try given.end(within: Self.patience) == .exited(0))
            let ours = try ChildProgram(["/bin/sh", "-c", script], streams: ProgramStreams(output: write))
            #expect(try ours.end(within: Self.patience) == .exited(0))
            let printed = try DescriptorBytes.read(read, atMost: 4_096) ?? []
            let home = Environment.value(of: "HOME") ?? ""
            #expect(String(decoding: printed, as: UTF8.self) == "hall,\n,\(home)\n")
        }
    }

    @Test func `no signal is blocked or ignored in it, though all are blocked in our threads`() throws {
        ProcessSignals.ignoreBrokenPipes()
        try withPipe { read, write in
            // Signals 32 and 33 are the C library's own, which its posix_spawn(3) lets be ignored.
            let question = ["grep", "-c", "-E", #"^Sig(Blk|Ign):\s0+(180000000)?$"#, "/proc/self/status"]
            let program = try onBlockedThread { try ChildProgram(question, streams: ProgramStreams(output: write)) }
            #expect(try program.end(within: Self.patience) == .exited(0))
            #expect(try DescriptorBytes.read(read, atMost: 16) == Array("2\n".utf8))
        }
    }

    @Test func `its ending is known though whoever started us ignores that of children`() async {
        await #expect(processExitsWith: .success) {
            signal(SIGCHLD, SIG_IGN)
            let program = try ChildProgram(["sh", "-c", "exit 7"])
            #expect(try program.end(within: Self.patience) == .exited(7))
        }
    }

    @Test func `it still runs when the time is over, and is asked to end`() throws {
        let program = try ChildProgram(["sleep", "600"])
        #expect(try program.end(within: .milliseconds(1)) == nil)
        #expect(program.ending() == nil)
        #expect(try program.stop(within: Self.patience) == .signalled(SIGTERM))
    }

    @Test func `one that does not listen is killed with all that it started`() throws {
        let (read, write) = try pipe()
        defer { close(read) }
        let deaf = "trap '' TERM; echo ready; while :; do sleep 600; done"
        let program = try ChildProgram(["sh", "-c", "(\(deaf)) & \(deaf)"], streams: ProgramStreams(output: write))
        close(write)
        var said: [UInt8] = []
        while said.count < 12 { said += try #require(try DescriptorBytes.read(read, atMost: 12 - said.count)) }
        #expect(try program.stop(within: .milliseconds(50)) == .signalled(SIGKILL))
        #expect(try DescriptorBytes.read(read, atMost: 1) == [], "Nobody is left that could write.")
    }

    @Test func `one that is let go of is not left running`() throws {
        var program: ChildProgram? = try ChildProgram(["sleep", "600"])
        let identifier = try #require(program).identifier
        program = nil
        #expect(kill(identifier, 0) == -1)
        #expect(errno == ESRCH)
    }

    private func pipe() throws -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        try #require(Glibc.pipe(&ends) == 0)
        return (ends[0], ends[1])
    }

    private func withPipe(_ body: (_ read: Int32, _ write: Int32) throws -> Void) throws {
        let (read, write) = try pipe()
        defer { for end in [read, write] { close(end) } }
        try body(read, write)
    }

    private func onBlockedThread<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) throws -> Value {
        let answer = Mailbox<Result<Value, any Error>>()
        BackgroundThread.start(name: "starts") { answer.put(Result(catching: body)) }.join()
        return try #require(answer.all.first).get()
    }
}
