import Glibc
import GatewayTesting
import LinuxSupport
import Testing

struct UnixSocketTests {
    /// A connected pair over a real socket file: ours and theirs.
    private func withConnection(_ body: (UnixConnection, UnixConnection) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let listener = try UnixListener(path: folder + "/socket", mode: 0o600)
            let theirs = try UnixConnection.connect(to: folder + "/socket")
            let ours = try #require(try listener.accept(timeout: .seconds(10)))
            try await body(ours, theirs)
        }
    }

    @Test func `lines go both ways, whole and in order`() async throws {
        try await withConnection { ours, theirs in
            try theirs.writeLine(Array("alerts list".utf8), timeout: .seconds(10))
            try theirs.writeLine([], timeout: .seconds(10))
            #expect(try ours.readLine(timeout: .seconds(10)) == Array("alerts list".utf8))
            #expect(try ours.readLine(timeout: .seconds(10)) == [])
            try ours.writeLine(Array("{}".utf8), timeout: .seconds(10))
            #expect(try theirs.readLine(timeout: .seconds(10)) == Array("{}".utf8))
        }
    }

    @Test func `a line longer than the socket's buffer arrives whole`() async throws {
        try await withConnection { ours, theirs in
            let line = [UInt8](repeating: 0x61, count: 900_000)
            let failures = Mailbox<SystemError>()
            let writer = BackgroundThread.start(name: "writer") {
                do throws(SystemError) {
                    try theirs.writeLine(line, timeout: .seconds(20))
                } catch {
                    failures.put(error)
                }
            }
            let received = try ours.readLine(timeout: .seconds(20))
            #expect(received == line)
            writer.join()
            #expect(failures.all == [])
        }
    }

    @Test func `the peer is known by its process and user`() async throws {
        try await withConnection { ours, _ in
            #expect(ours.peer == PeerCredentials(pid: getpid(), uid: getuid(), gid: getgid()))
        }
    }

    @Test func `a line without end is refused at its limit`() async throws {
        try await withConnection { ours, theirs in
            try theirs.writeLine([UInt8](repeating: 0x61, count: 2_000), timeout: .seconds(10))
            let code = errorCode {
                _ = try ours.readLine(limit: 1_000, timeout: .seconds(10))
            }
            #expect(code == EMSGSIZE, "Two thousand bytes are more than one thousand.")
        }
    }

    @Test func `a peer that says nothing is waited for only so long`() async throws {
        try await withConnection { ours, _ in
            let code = errorCode {
                _ = try ours.readLine(timeout: .milliseconds(20))
            }
            #expect(code == ETIMEDOUT, "Nothing was written.")
        }
    }

    @Test func `a peer that reads nothing is waited for only so long`() async throws {
        try await withConnection { ours, _ in
            let code = errorCode {
                for _ in 0..<100 {
                    try ours.writeLine([UInt8](repeating: 0x61, count: 100_000), timeout: .milliseconds(20))
                }
            }
            #expect(code == ETIMEDOUT, "No socket holds ten million bytes.")
        }
    }

    @Test func `half a line before the end is no line`() async throws {
        try await withTemporaryFolder { folder in
            let listener = try UnixListener(path: folder + "/socket", mode: 0o600)
            do {
                let theirs = try UnixConnection.connect(to: folder + "/socket")
                _ = try DescriptorBytes.write(theirs.descriptor, Array("half".utf8))
            }
            let ours = try #require(try listener.accept(timeout: .seconds(10)))
            #expect(try ours.readLine(timeout: .seconds(10)) == nil)
        }
    }

    @Test func `writing to a peer that is gone is an error, not the end of the process`() async throws {
        try await withTemporaryFolder { folder in
            let listener = try UnixListener(path: folder + "/socket", mode: 0o600)
            do { _ = try UnixConnection.connect(to: folder + "/socket") }
            let ours = try #require(try listener.accept(timeout: .seconds(10)))
            let code = errorCode {
                try ours.writeLine([1], timeout: .seconds(10))
            }
            #expect(code == EPIPE, "Nobody is there to take it.")
        }
    }

    @Test func `the socket file has its permissions and goes with the listener`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/socket"
            var status = stat()
            do {
                let listener = try UnixListener(path: path, mode: 0o660)
                #expect(stat(path, &status) == 0)
                #expect(status.st_mode & 0o777 == 0o660)
                let waiting = try listener.accept()
                #expect(waiting == nil)
            }
            #expect(stat(path, &status) != 0)
        }
    }

    @Test func `a socket file left behind is replaced, one in use is not`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/socket"
            let first = try UnixListener(path: path, mode: 0o600)
            let code = errorCode {
                _ = try UnixListener(path: path, mode: 0o600)
            }
            #expect(code == EADDRINUSE, "Somebody listens there.")
            #expect(first.path == path)
            // A killed process leaves the file: a second name of a socket that is closed afterwards.
            let left = folder + "/left"
            do {
                let killed = try UnixListener(path: folder + "/killed", mode: 0o600)
                try #require(link(killed.path, left) == 0)
            }
            _ = try UnixListener(path: left, mode: 0o600)
        }
    }

    @Test func `a path that is too long is refused`() {
        let code = errorCode {
            _ = try UnixListener(path: "/" + String(repeating: "a", count: 200), mode: 0o600)
            }
            #expect(code == ENAMETOOLONG, "108 bytes is all that a socket address has room for.")
    }
}
