package import GatewayCore

/// What proves that a device at a serial port is the one of which the settings speak: cheap adapters all look
/// alike to udev, and a stick of another program must be left alone.
///
/// That a right device stays silent for long is no matter of the hello, but of supervision.
package struct SerialHello: Hashable, Sendable {
    package enum Proof: Hashable, Sendable {
        /// The interface tells what it is. For protocols whose frames have no checksum: noise can look like one.
        case interface
        /// Any frame, of a device or an answer.
        case frame
    }

    package var proof: Proof
    /// From the end of the greeting on.
    package var within: Duration
    /// As a person calls it: "an RFXtrx receiver".
    package var name: String

    package init(proof: Proof, within: Duration, name: String) {
        self.proof = proof
        self.within = within
        self.name = name
    }

    package func isProven(by frame: DeviceFrame) -> Bool {
        switch (proof, frame.content) {
        case (.frame, _), (.interface, .interface): true
        case (.interface, _): false
        }
    }

    /// What the installer reads when nothing came at all.
    package var silence: String {
        "The device at this port does not answer; \(name) would. Is it the right port, and the right speed?"
    }

    /// What the installer reads when something else came.
    package var strangeness: String {
        "The device at this port does not speak as \(name) does. Is it another stick, or another speed?"
    }
}

extension SerialConnection.SerialProtocol {
    /// Nil where nothing can be demanded: a device of generic lines speaks when it has something to say.
    package var hello: SerialHello? {
        switch self {
        // It answers the status request within 0.1 s; five seconds forgive a busy machine.
        case .rfxtrx: SerialHello(proof: .interface, within: .seconds(5), name: "an RFXtrx receiver")
        // It answers the question for its base identity at once. Both checksums of any frame are proof as well.
        case .enOcean: SerialHello(proof: .frame, within: .seconds(5), name: "an EnOcean receiver")
        // Its version, its banner at the start, or any node; the version is asked for after the reset.
        case .mysensors: SerialHello(proof: .frame, within: .seconds(10), name: "a MySensors gateway")
        // PONG, its banner, or any device.
        case .rflink: SerialHello(proof: .frame, within: .seconds(10), name: "an RFLink gateway")
        // Every ten seconds in the older versions, and the first may be torn.
        case .dsmr: SerialHello(proof: .frame, within: .seconds(30), name: "an electricity meter")
        // An oximeter sends only while it is switched on.
        case .cms50, .cms50V7, .jsonLines, .keyValueLines, .csvLines: nil
        }
    }
}
