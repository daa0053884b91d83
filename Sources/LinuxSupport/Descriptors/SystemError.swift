internal import CLinux

/// What the kernel refused, and what was asked of it.
package struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The error number (`EACCES` and its kin), always positive.
    package var code: Int32
    /// What was asked, for people: "open /dev/ttyUSB0".
    package var call: String

    package init(code: Int32, call: String) {
        self.code = code
        self.call = call
    }

    /// "open /dev/ttyUSB0: Permission denied (13)".
    package var description: String { "\(call): \(Self.text(of: code)) (\(code))" }

    /// The C library's words for an error number.
    package static func text(of code: Int32) -> String {
        // Safe: the C function writes at most the capacity it is given and always closes with a zero.
        unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 128) { buffer in
            guard let start = buffer.baseAddress else { return "unknown error" }
            unsafe clinux_error_text(code, start, buffer.count)
            return unsafe String(cString: start)
        }
    }
}

/// Turns the answer of a `clinux_` function, a value or the negative error number, into a value or an error.
@discardableResult
func checked<Value: FixedWidthInteger & SignedInteger>(
    _ answer: Value, _ call: @autoclosure () -> String
) throws(SystemError) -> Value {
    if answer < 0 { throw SystemError(code: Int32(clamping: 0 - Int64(answer)), call: call()) }
    return answer
}
