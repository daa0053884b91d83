internal import CLinux
internal import Glibc

/// Reading and writing plain byte arrays on a descriptor that somebody else owns.
package enum DescriptorBytes {
    /// Reads what is there, at most `limit` bytes.
    ///
    /// - Returns: nil when nothing waits; empty at the end of the file.
    package static func read(_ descriptor: Int32, atMost limit: Int) throws(SystemError) -> [UInt8]? {
        precondition(limit > 0, "Reading needs room.")
        var answer = 0
        // Safe: the C function writes at most the capacity it is given, and the count says how much.
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
            unsafe answer = clinux_read(descriptor, buffer.baseAddress, limit)
            count = max(0, answer)
        }
        if answer == -Int(EAGAIN) { return nil }
        try checked(answer, "read")
        return bytes
    }

    /// Writes as much as the other side takes now.
    ///
    /// - Returns: the number of bytes taken; 0 when there is no room.
    package static func write(_ descriptor: Int32, _ bytes: some Collection<UInt8>) throws(SystemError) -> Int {
        let bytes = Array(bytes)
        // Safe: the pointer and count are those of one live array, and the C function only reads.
        let answer = unsafe bytes.withUnsafeBytes { buffer in
            unsafe clinux_write(descriptor, buffer.baseAddress, buffer.count)
        }
        if answer == -Int(EAGAIN) { return 0 }
        return try checked(answer, "write")
    }
}
