internal import CLinux
internal import GatewayCore
internal import Glibc

/// A listening Unix stream socket at a path.
package final class UnixListener: Sendable {
    package let path: String
    private let socket: OwnedDescriptor

    /// Listens at `path` with these permission bits.
    ///
    /// A socket file that nobody answers at, left by a killed process, is replaced; one that is answered at is
    /// not.
    ///
    /// - Throws: `EADDRINUSE` when somebody listens there, `ENAMETOOLONG` beyond 107 bytes, and what the file
    ///   system says.
    package init(path: String, mode: UInt32) throws(SystemError) {
        self.path = path
        let call = "listen at \(path)"
        var answer = unsafe clinux_unix_listen(path, mode, LinuxLimits.socketBacklog)
        if answer == -EADDRINUSE {
            let other = unsafe clinux_unix_connect(path)
            if other >= 0 { _ = clinux_close(other) }
            guard other == -ECONNREFUSED else { throw SystemError(code: EADDRINUSE, call: call) }
            unsafe unlink(path)
            answer = unsafe clinux_unix_listen(path, mode, LinuxLimits.socketBacklog)
        }
        socket = try OwnedDescriptor(checking: answer, call)
    }

    /// Readable when somebody waits to be accepted.
    package var descriptor: Int32 { socket.rawValue }

    /// The next connection, with who made it; nil when nobody waits.
    ///
    /// - Throws: `EMFILE` and its kin when the process has no descriptor left.
    package func accept() throws(SystemError) -> UnixConnection? {
        let answer = clinux_unix_accept(socket.rawValue)
        if answer == -EAGAIN { return nil }
        return try UnixConnection(OwnedDescriptor(checking: answer, "accept at \(path)"))
    }

    /// Waits for the next connection; nil when the time is over.
    package func accept(timeout: Duration?) throws(SystemError) -> UnixConnection? {
        guard try waitForInput([descriptor], timeout: timeout)[0] else { return nil }
        return try accept()
    }

    deinit {
        // Safe: Swift passes a C string that lives through the call.
        unsafe unlink(path)
    }
}
