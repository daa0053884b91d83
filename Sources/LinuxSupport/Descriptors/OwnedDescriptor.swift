internal import CLinux

/// A file descriptor with one owner, closed when the owner lets go of it.
package struct OwnedDescriptor: ~Copyable, Sendable {
    package let rawValue: Int32

    /// Takes over an open descriptor.
    ///
    /// - Precondition: it is open and nobody else will close it.
    package init(_ rawValue: Int32) {
        precondition(rawValue >= 0, "An open descriptor is not negative.")
        self.rawValue = rawValue
    }

    /// Opens what a `clinux_` function returned.
    init(checking answer: Int32, _ call: @autoclosure () -> String) throws(SystemError) {
        rawValue = try checked(answer, call())
    }

    /// Gives the descriptor to an owner outside Swift.
    package consuming func take() -> Int32 {
        let value = rawValue
        discard self
        return value
    }

    /// Reads what is there, at most `limit` bytes.
    ///
    /// - Returns: nil when nothing waits; empty at the end of the file.
    package borrowing func read(atMost limit: Int) throws(SystemError) -> [UInt8]? {
        try DescriptorBytes.read(rawValue, atMost: limit)
    }

    /// Writes as much as the other side takes now.
    ///
    /// - Returns: the number of bytes taken; 0 when there is no room.
    package borrowing func write(_ bytes: [UInt8]) throws(SystemError) -> Int {
        try DescriptorBytes.write(rawValue, bytes)
    }

    deinit {
        // Nothing can be done about an error at this point, and Linux has closed it all the same.
        _ = clinux_close(rawValue)
    }
}
