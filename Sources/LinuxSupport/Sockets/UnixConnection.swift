internal import CLinux
internal import GatewayCore
internal import Glibc
internal import Synchronization

/// One connection over a Unix stream socket, read and written in lines, on a thread that may wait.
///
/// One thread reads and one writes; the lock is for the bytes read beyond a line.
package final class UnixConnection: Sendable {
    /// Who is on the other end.
    package let peer: PeerCredentials
    private let socket: OwnedDescriptor
    private let unread = Mutex(Unread())

    /// Bytes read beyond the last line.
    private struct Unread {
        var bytes: [UInt8] = []
        /// So many of them hold no line end: a long line is searched once, not once for each read.
        var searched = 0

        mutating func takeLine() -> [UInt8]? {
            guard let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) else {
                searched = bytes.count
                return nil
            }
            let line = Array(bytes[..<end])
            bytes.removeFirst(end + 1)
            searched = 0
            return line
        }
    }

    init(_ socket: consuming OwnedDescriptor) throws(SystemError) {
        peer = try PeerCredentials(of: socket.rawValue)
        self.socket = socket
    }

    /// - Throws: `ENOENT` or `ECONNREFUSED` when nobody listens there, `EACCES` without the permission.
    package static func connect(to path: String) throws(SystemError) -> UnixConnection {
        // Safe: Swift passes a C string that lives through the call.
        let answer = unsafe clinux_unix_connect(path)
        return try UnixConnection(OwnedDescriptor(checking: answer, "connect to \(path)"))
    }

    package var descriptor: Int32 { socket.rawValue }

    /// The next line without its end, waiting for it until the time is over.
    ///
    /// - Returns: nil at the end of the connection. A last line without an end is dropped: it is half a word.
    /// - Throws: `ETIMEDOUT` when the time is over, `EMSGSIZE` when the line is longer than `limit` bytes,
    ///   `ECONNRESET` and its kin.
    package func readLine(
        limit: Int = LinuxLimits.socketLineBytes, timeout: Duration?
    ) throws(SystemError) -> [UInt8]? {
        let deadline = timeout.map { KernelClock.bootNanoseconds().addingClamped($0.nanoseconds) }
        while true {
            if let line = unread.withLock({ $0.takeLine() }) {
                guard line.count <= limit else { throw SystemError(code: EMSGSIZE, call: "read a line") }
                return line
            }
            guard unread.withLock({ $0.bytes.count }) <= limit else {
                throw SystemError(code: EMSGSIZE, call: "read a line")
            }
            let remaining = deadline.map { Duration.nanoseconds(max(0, $0 - KernelClock.bootNanoseconds())) }
            guard try waitForInput([descriptor], timeout: remaining)[0] else {
                throw SystemError(code: ETIMEDOUT, call: "read a line")
            }
            guard let bytes = try socket.read(atMost: LinuxLimits.socketReadBytes) else { continue }
            if bytes.isEmpty { return nil }
            unread.withLock { $0.bytes += bytes }
        }
    }

    /// Writes the bytes and a line end, waiting for room until the time is over.
    ///
    /// - Precondition: the bytes hold no line end.
    /// - Throws: `ETIMEDOUT` when the time is over, `EPIPE` when the other side is gone.
    package func writeLine(_ line: [UInt8], timeout: Duration?) throws(SystemError) {
        precondition(!line.contains(UInt8(ascii: "\n")), "A line is one line.")
        let deadline = timeout.map { KernelClock.bootNanoseconds().addingClamped($0.nanoseconds) }
        var rest = (line + [UInt8(ascii: "\n")])[...]
        while !rest.isEmpty {
            // Safe: the pointer and count are those of one live array slice, and the C function only reads.
            let answer = unsafe rest.withUnsafeBytes { buffer in
                unsafe clinux_send(descriptor, buffer.baseAddress, buffer.count)
            }
            if answer == -Int(EAGAIN) {
                let remaining = deadline.map { Duration.nanoseconds(max(0, $0 - KernelClock.bootNanoseconds())) }
                let ready = try Poll.wait([(descriptor, .output)], timeout: remaining)
                if ready[0].isEmpty { throw SystemError(code: ETIMEDOUT, call: "write a line") }
                continue
            }
            rest = rest.dropFirst(try checked(answer, "write a line"))
        }
    }
}
