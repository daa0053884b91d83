package import GatewayCore

/// One thing that a message says of itself, before anybody said what it means in this home.
///
/// A press is a press: that it calls for help is what the profile of an enrolled device adds. That is why
/// statements have names of their own (`button.press`, `contact.open`); `meaning` is the capability of the
/// gateway where one is the same thing under another name.
package struct Statement: Hashable, Sendable {
    package enum Kind: String, Sendable {
        /// Holds until the next one.
        case state
        case number
        /// Happened once.
        case event
    }

    /// The name, as docs/DEVICES.md lists them.
    package var capability: String
    package var value: DecodedValue
    /// UCUM where there is one: "Cel", "%", "mm[Hg]".
    package var unit: String?
    package var kind: Kind
    /// Which part of the sender: "Switch1", "input:0"; nil where the sender is one thing.
    package var source: String?
    /// Who says it, where that is another than who the whole message is of.
    package var device: String?
    /// The sender's own count, by which copies of one event are told from another event; `null` where this kind
    /// of sender counts but this message does not say; nil for all that is no event.
    package var count: DecodedValue?

    package init(
        _ capability: String, _ value: DecodedValue, unit: String? = nil, kind: Kind, source: String? = nil,
        count: DecodedValue? = nil
    ) {
        self.capability = capability
        self.value = value
        self.unit = unit
        self.kind = kind
        self.source = source
        self.count = count
    }

    /// The gateway's capability that is the same thing; nil where only a profile can say.
    package var meaning: Capability? {
        switch capability {
        case "button.press": .buttonPress
        case "button.release": .buttonRelease
        case "co" where kind == .state: .carbonMonoxide
        case "co2": .carbonDioxide
        case "contact.open": .open
        case "device.available": .available
        case "leak": .flood
        case "linkquality": .linkQuality
        case "spo2": .oxygenSaturation
        case "switch.on": .switchedOn
        case "weight": unit == "kg" ? .bodyWeight : nil
        // A stage, not an event: only a profile says which stage is one.
        case "fall", "test", "fault": nil
        default: Capability(rawValue: capability).flatMap { $0.kind.rawValue == kind.rawValue ? $0 : nil }
        }
    }
}
