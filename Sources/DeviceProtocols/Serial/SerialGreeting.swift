package import GatewayCore

/// What is written to a serial port after it was opened, so that its device begins to speak.
package struct SerialGreeting: Hashable, Sendable {
    package struct Step: Hashable, Sendable {
        package var bytes: [UInt8]
        /// To wait after the bytes have gone out.
        package var pause: Duration
        /// What came in until the end of the pause is thrown away.
        package var discardsInput: Bool

        package init(bytes: [UInt8], pause: Duration, discardsInput: Bool = false) {
            self.bytes = bytes
            self.pause = pause
            self.discardsInput = discardsInput
        }
    }

    package var steps: [Step]

    package init(steps: [Step]) {
        self.steps = steps
    }

    /// The question for the base identity (CO_RD_IDBASE). The interface speaks by itself; its answer proves that
    /// it is one.
    static let enOcean = SerialGreeting(steps: [
        Step(bytes: ESP3Packet(type: 5, data: [0x08], optional: []).bytes, pause: .zero)
    ])

    /// Reset, at least 0.3 s of silence, status request, start of receiving (pyRFXtrx `PySerialTransport`).
    static let rfxtrx = SerialGreeting(steps: [
        Step(
            bytes: [0x0D] + Array(repeating: 0, count: 13), pause: .milliseconds(350), discardsInput: true),
        Step(
            bytes: [0x0D, 0x00, 0x00, 0x01, 0x02] + Array(repeating: 0, count: 9), pause: .milliseconds(100)),
        Step(
            bytes: [0x0D, 0x00, 0x00, 0x03, 0x07] + Array(repeating: 0, count: 9), pause: .zero),
    ])
}

extension SerialConnection.SerialProtocol {
    /// Nil where the device speaks by itself.
    package var greeting: SerialGreeting? {
        switch self {
        case .rfxtrx: .rfxtrx
        case .enOcean: .enOcean
        case .jsonLines: nil
        }
    }
}
