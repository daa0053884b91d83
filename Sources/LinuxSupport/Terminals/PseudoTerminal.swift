internal import CLinux
internal import GatewayCore
internal import Synchronization

/// A pair that looks like a serial port to whoever opens its path: for the demo and for tests.
package final class PseudoTerminal: Sendable {
    /// The end that a serial intake opens: "/dev/pts/3".
    package let path: String
    /// Nil once unplugged.
    private let master: Mutex<OwnedDescriptor?>

    /// - Throws: `ENOSPC` when the machine has no pseudo-terminals left.
    package init() throws(SystemError) {
        var answer: Int32 = 0
        // Safe: the C function writes at most the capacity it is given, and closes with a zero.
        path = unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 128) { buffer in
            guard let start = buffer.baseAddress else { return "" }
            unsafe start.pointee = 0
            unsafe answer = clinux_pty_open(start, buffer.count)
            return unsafe String(cString: start)
        }
        master = Mutex(try OwnedDescriptor(checking: answer, "posix_openpt"))
    }

    /// Sends bytes as the device would.
    ///
    /// - Returns: how many were taken; fewer when the reader is behind, 0 once unplugged.
    package func write(_ bytes: [UInt8]) throws(SystemError) -> Int {
        guard let descriptor else { return 0 }
        return try DescriptorBytes.write(descriptor, bytes)
    }

    /// Sends all bytes, waiting for the reader.
    ///
    /// - Returns: false when the time is over or it is unplugged.
    package func writeAll(_ bytes: [UInt8], timeout: Duration) throws(SystemError) -> Bool {
        let deadline = KernelClock.bootNanoseconds().addingClamped(timeout.nanoseconds)
        var rest = bytes[...]
        while !rest.isEmpty {
            guard let descriptor else { return false }
            rest = rest.dropFirst(try DescriptorBytes.write(descriptor, rest))
            if rest.isEmpty { break }
            let remaining = deadline - KernelClock.bootNanoseconds()
            guard remaining > 0 else { return false }
            _ = try Poll.wait([(descriptor, .output)], timeout: .nanoseconds(remaining))
        }
        return true
    }

    /// What the gateway wrote to the device, at most `limit` bytes.
    ///
    /// - Returns: empty when nothing came in time.
    package func read(atMost limit: Int = 4_096, timeout: Duration) throws(SystemError) -> [UInt8] {
        guard let descriptor, try waitForInput([descriptor], timeout: timeout)[0] else { return [] }
        do {
            return try DescriptorBytes.read(descriptor, atMost: limit) ?? []
        } catch {
            // EIO: nobody has the other end open.
            return []
        }
    }

    /// Readable when the gateway wrote something; nil once unplugged.
    package var descriptor: Int32? { master.withLock { $0?.rawValue } }

    /// Pulls the plug: the reader sees a hang-up, and the path is gone.
    ///
    /// Not while another thread reads or writes.
    package func unplug() {
        master.withLock { $0 = nil }
    }
}
