package import GatewayCore

/// Somebody who is not enrolled and spoke while a person listened. It raises nothing: it can only be shown, and be
/// enrolled by that person.
package struct HeardSender: Sendable {
    /// How well what it said tells it from all the others that speak by themselves.
    package enum Strength: Int, Comparable, Sendable {
        /// Measurements, batteries: they come at any time.
        case other
        /// Something moved or was opened.
        case movement
        /// It was pressed, or its test was.
        case press

        package static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }
    }

    package var intake: IntakeID
    package var form: IntakeFormat.Form
    package var dialect: Dialect
    /// Its address or topic, as it would be enrolled.
    package var name: String
    /// The bridge through which it speaks, where the settings have one there.
    package var bridge: BridgeID?
    /// Its topic below the bridge's base topic; nil for what speaks without Zigbee2MQTT.
    package var friendlyName: String?
    /// What its messages call its model; nil where they do not.
    package internal(set) var model: String?
    /// "button.press: S", each once, in order of first mention.
    package internal(set) var said: [String] = []
    package internal(set) var strength = Strength.other
    /// How many were heard from it.
    package internal(set) var messages = 0
    /// The newest of what it sent, for the profiles to be tried on.
    package internal(set) var arrivals: [Arrival] = []

    mutating func note(_ statements: [Statement], _ new: [Arrival]) {
        for statement in statements {
            let line = statement.capability + ": " + statement.value.words
            if !said.contains(line), said.count < DecodingLimits.heardStatements { said.append(line) }
            strength = max(strength, statement.strength)
        }
        messages += 1
        arrivals = Array((arrivals + new).suffix(DecodingLimits.heardArrivals))
    }
}

extension Statement {
    var strength: HeardSender.Strength {
        switch capability {
        case "button.press", "button.release": .press
        case "test", "smoke", "co", "heat", "gas", "leak", "fall": value == .flag(false) ? .other : .press
        case "motion", "presence", "vibration", "moving", "tamper": value == .flag(true) ? .movement : .other
        case "contact.open", "switch.on", "input.on": .movement
        default: .other
        }
    }
}

extension DecodedValue {
    /// A text as it is, all else as JSON has it.
    fileprivate var words: String {
        if case .text(let text) = self { return text }
        return json
    }
}
