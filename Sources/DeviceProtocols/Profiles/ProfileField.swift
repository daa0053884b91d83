package import GatewayCore

/// Where a value stands in a message, and what it means.
package struct ProfileField: Hashable, Sendable {
    /// A value as a profile writes it and a message may hold it.
    package enum Literal: Hashable, Sendable {
        case text(String)
        case flag(Bool)
        case integer(Int64)
    }

    package enum Meaning: Hashable, Sendable {
        /// An event happened when the value is one of these.
        case happens(when: [Literal])
        /// A state: true for these values, false for those; anything else is unmapped.
        case state(on: [Literal], off: [Literal])
        /// An integer's bits: true when `value & mask == equals`.
        case bits(mask: Int64, equals: Int64)
        /// A number: value × `scale` (in thousandths: 1000 is 1) in the capability's unit.
        case number(scaleThousandths: Int64)
    }

    /// A JSON pointer (RFC 6901), or a decoded frame's field: "/action", "status".
    package var path: String
    package var capability: Capability
    package var meaning: Meaning

    /// - Precondition: the meaning gives the kind of value that the capability has.
    package init(path: String, capability: Capability, meaning: Meaning) {
        precondition(Self.fits(meaning, capability), "A field's meaning must fit its capability.")
        self.path = path
        self.capability = capability
        self.meaning = meaning
    }

    package static func fits(_ meaning: Meaning, _ capability: Capability) -> Bool {
        switch (meaning, capability.kind) {
        case (.happens, .event), (.state, .state), (.bits, .state), (.bits, .event), (.number, .number): true
        default: false
        }
    }
}
