package import GatewayCore

/// One frame of a serial protocol, taken apart.
package struct DeviceFrame: Sendable {
    package enum Content: Hashable, Sendable {
        /// A device was heard.
        case device
        /// The interface tells what it is.
        case interface(SerialInterface)
        /// The interface answers, greets or confirms, or a device repeats what it was told: none spoke by itself.
        case answer
        /// A device asks to be learnt. That is no event of it, and changes nothing of what is enrolled.
        case teachIn
    }

    /// When its last byte came.
    package var moment: Moment
    package var content: Content
    /// By what the sender can be enrolled, the most exact first, in lower case.
    package var identities: [String]
    /// What profiles name by `path`, each path once.
    var values: [(path: String, value: Scalar)]
    /// The same signature within `sameWithin` is one frame heard twice; nil where the protocol has no repeats
    /// that are told by their bytes.
    var signature: [UInt8]?
    var sameWithin: Duration
    /// The frame in the words of its protocol's own documents.
    package var decoded: DecodedValue

    init(
        moment: Moment, content: Content = .device, identities: [String] = [],
        values: [(path: String, value: Scalar)] = [], signature: [UInt8]? = nil,
        sameWithin: Duration = DecodingLimits.sameFrame, decoded: DecodedValue
    ) {
        self.moment = moment
        self.content = content
        self.identities = identities
        self.values = values
        self.signature = signature
        self.sameWithin = sameWithin
        self.decoded = decoded
    }

    func value(_ path: String) -> Scalar? {
        values.first { $0.path == path }?.value
    }
}
