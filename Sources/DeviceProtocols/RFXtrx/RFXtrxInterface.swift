/// What an RFXtrx interface says of itself in answer to the status request.
package struct RFXtrxInterface: Hashable, Sendable {
    /// The receiver's type byte: 0x53 is 433.92 MHz.
    package var type: UInt8
    package var firmware: UInt8

    package init(type: UInt8, firmware: UInt8) {
        self.type = type
        self.firmware = firmware
    }

    /// Its radio band; nil for a type that is not known (pyRFXtrx `Status.TYPES`).
    package var band: String? {
        switch type {
        case 0x50: "310 MHz"
        case 0x51: "315 MHz"
        case 0x52, 0x53: "433.92 MHz"
        case 0x55, 0x56: "868.00 MHz"
        case 0x57, 0x58, 0x5C: "868.30 MHz"
        case 0x59, 0x5A, 0x5D: "868.35 MHz"
        case 0x5B: "868.95 MHz"
        case 0x5E: "868.40 MHz"
        default: nil
        }
    }
}
