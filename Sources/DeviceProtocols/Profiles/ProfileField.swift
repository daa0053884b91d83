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
        /// A number: value × `scale` (in thousandths: 1000 is 1) in the capability's unit, or the field's own.
        case number(scaleThousandths: Int64)
    }

    /// Relative to the device's own topic; nil for the dialect's main topic.
    package var topic: String?
    /// Nil for the usual one: JSON where the field has a path, else what the dialect writes.
    package var payload: PayloadForm?
    /// A JSON pointer (RFC 6901), or a decoded frame's field: "/action", "status". Empty for the whole message.
    package var path: String
    package var capability: Capability
    package var meaning: Meaning
    /// All must hold.
    package var guards: [FieldGuard] = []
    /// Added to a number after its scale, in the field's unit.
    package var offset = Quantity(thousandths: 0)
    /// The unit of a number; nil for the capability's own.
    package var unit: MeasuredUnit?
    /// What this model can measure, in the capability's unit; nil for all that the capability can be.
    package var range: ClosedRange<Quantity>?
    /// Fields of one group in one message are taken all or not at all.
    package var group: String?
    /// Where the message counts what it tells: the same count again is a copy.
    package var counter: String?
    /// The value stays and is sent again without anything having happened; nil for what the dialect does.
    package var stays: Bool?
    /// A state that never ends by itself is taken for ended after this time.
    package var clearsAfter: Duration?

    /// - Precondition: the meaning gives the kind of value that the capability has.
    package init(topic: String? = nil, path: String, capability: Capability, meaning: Meaning) {
        precondition(Self.fits(meaning, capability), "A field's meaning must fit its capability.")
        self.topic = topic
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
