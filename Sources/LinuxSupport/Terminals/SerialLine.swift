internal import CLinux

/// A serial device that is open: exclusive, raw, without flow control, not blocking. Closed with its last owner.
package final class SerialLine: Sendable {
    package enum Parity: Sendable {
        case none, even, odd
    }

    private let device: OwnedDescriptor

    /// Opens and sets up the device.
    ///
    /// It never becomes the controlling terminal, the modem lines are ignored, and closing does not hang up:
    /// receivers built on an Arduino reset when DTR rises.
    ///
    /// - Parameters:
    ///   - speed: bits per second; any, where the device can.
    ///   - dataBits: 5 to 8.
    ///   - stopBits: 1 or 2.
    /// - Throws: `ENOENT` when it is not there, `EACCES` without the permission, `EBUSY` when another program
    ///   has it, `ENOTTY` when it is no terminal device, `EINVAL` for a frame that does not exist.
    package init(
        path: String, speed: Int, dataBits: Int, parity: Parity, stopBits: Int
    ) throws(SystemError) {
        let call = "open \(path)"
        // Safe: Swift passes a C string that lives through the call.
        device = try OwnedDescriptor(checking: unsafe clinux_serial_open(path), call)
        let parityCode =
            switch parity {
            case .none: CLINUX_PARITY_NONE
            case .even: CLINUX_PARITY_EVEN
            case .odd: CLINUX_PARITY_ODD
            }
        let answer = clinux_serial_configure(
            device.rawValue, UInt32(clamping: speed), Int32(clamping: dataBits), Int32(parityCode),
            Int32(clamping: stopBits))
        try checked(answer, "set up \(path)")
    }

    package var descriptor: Int32 { device.rawValue }

    /// The speed that the device now has, bits per second.
    package func speed() throws(SystemError) -> Int {
        Int(try checked(clinux_serial_speed(device.rawValue), "ask the speed"))
    }

    /// Reads what is there, at most `limit` bytes.
    ///
    /// - Returns: nil when nothing waits; empty when the device is gone.
    /// - Throws: `EIO` when the device is gone.
    package func read(atMost limit: Int) throws(SystemError) -> [UInt8]? {
        try device.read(atMost: limit)
    }

    /// Writes as much as the line takes now.
    package func write(_ bytes: [UInt8]) throws(SystemError) -> Int {
        try device.write(bytes)
    }

    /// Throws away what was received and not read, and what was written and not sent.
    package func discard() {
        // A device that is gone is noticed at the next read.
        _ = clinux_serial_flush(device.rawValue)
    }
}
