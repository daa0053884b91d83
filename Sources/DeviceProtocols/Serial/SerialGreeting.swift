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

    /// What is written again and again, so that the device does not stop, or shows that it is still there.
    package struct KeepAlive: Hashable, Sendable {
        /// May be empty, for a device that speaks often by itself.
        package var bytes: [UInt8]
        /// What is written in its place while nothing comes: the device was switched off and on.
        package var bytesInSilence: [UInt8]
        package var interval: Duration
        /// Something must come within each interval, or the device has stopped.
        package var demandsAnswer: Bool

        package init(bytes: [UInt8], bytesInSilence: [UInt8], interval: Duration, demandsAnswer: Bool = false) {
            self.bytes = bytes
            self.bytesInSilence = bytesInSilence
            self.interval = interval
            self.demandsAnswer = demandsAnswer
        }

        /// A question whose answer shows that the device is still there.
        static func canary(_ bytes: [UInt8]) -> KeepAlive {
            KeepAlive(
                bytes: bytes, bytesInSilence: bytes, interval: DecodingLimits.serialCanary, demandsAnswer: true)
        }
    }

    package var steps: [Step]
    package var keepAlive: KeepAlive?

    package init(steps: [Step], keepAlive: KeepAlive? = nil) {
        self.steps = steps
        self.keepAlive = keepAlive
    }

    /// The question for the base identity (CO_RD_IDBASE). The interface speaks by itself; its answer proves that
    /// it is one.
    static let enOcean = SerialGreeting(
        steps: [Step(bytes: baseIdentity, pause: .zero)], keepAlive: .canary(baseIdentity))

    private static let baseIdentity = ESP3Packet(type: 5, data: [0x08], optional: []).bytes

    /// Reset, at least 0.3 s of silence, status request, start of receiving (pyRFXtrx `PySerialTransport`).
    static let rfxtrx = SerialGreeting(
        steps: [
            Step(
                bytes: [0x0D] + Array(repeating: 0, count: 13), pause: .milliseconds(350), discardsInput: true),
            Step(bytes: statusRequest, pause: .milliseconds(100)),
            Step(
                bytes: [0x0D, 0x00, 0x00, 0x03, 0x07] + Array(repeating: 0, count: 9), pause: .zero),
        ],
        keepAlive: .canary(statusRequest))

    private static let statusRequest: [UInt8] = [0x0D, 0x00, 0x00, 0x01, 0x02] + Array(repeating: 0, count: 9)

    /// An Arduino resets when its port is opened, and hears nothing for two or three seconds.
    private static let arduinoReset = Step(bytes: [], pause: .seconds(3))

    /// Asks for the gateway's version.
    static let mysensors = SerialGreeting(
        steps: [arduinoReset, Step(bytes: versionRequest, pause: .zero)], keepAlive: .canary(versionRequest))

    private static let versionRequest = Array("0;255;3;0;2;\n".utf8)

    /// Asks for a sign of life; the gateway answers "PONG".
    static let rflink = SerialGreeting(
        steps: [arduinoReset, Step(bytes: ping, pause: .zero)], keepAlive: .canary(ping))

    private static let ping = Array("10;PING;\r\n".utf8)

    /// A meter sends a telegram every ten seconds or oftener, and is asked for nothing.
    static let dsmr = SerialGreeting(steps: [], keepAlive: .canary([]))

    /// Starts what is measured now (Contec, "Communication protocol of pulse oximeter V7.0"), and keeps it going.
    static let cms50V7 = SerialGreeting(
        steps: [Step(bytes: startV7, pause: .zero)],
        keepAlive: KeepAlive(
            bytes: [0x7D, 0x81, 0xAF] + Array(repeating: 0x80, count: 6), bytesInSilence: startV7,
            interval: .seconds(1)))

    private static let startV7: [UInt8] = [0x7D, 0x81, 0xA1] + Array(repeating: 0x80, count: 6)
}

extension SerialConnection.SerialProtocol {
    /// Nil where the device speaks by itself.
    package var greeting: SerialGreeting? {
        switch self {
        case .rfxtrx: .rfxtrx
        case .enOcean: .enOcean
        case .mysensors: .mysensors
        case .rflink: .rflink
        case .dsmr: .dsmr
        case .cms50V7: .cms50V7
        case .cms50, .jsonLines, .keyValueLines, .csvLines: nil
        }
    }
}
