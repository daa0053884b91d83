extension DecodedValue {
    var text: String? {
        if case .text(let text) = self { return text }
        return nil
    }

    /// A number, also one that is written as text ("52.6"), as OpenMQTTGateway does; always finite.
    var number: Double? {
        switch self {
        case .integer(let integer): return Double(integer)
        case .number(let number): return number.isFinite ? number : nil
        case .text(let text): return Scalar.text(text).number.flatMap { $0.isFinite ? $0 : nil }
        default: return nil
        }
    }

    /// The number as it stands: whole ones stay whole.
    var numeral: DecodedValue? {
        switch self {
        case .integer, .number: number == nil ? nil : self
        case .text: number.map(DecodedValue.init(number:))
        default: nil
        }
    }

    /// A yes or no in the words that gateways use: true, 1, "ON", "true", "yes".
    var isOn: Bool? {
        switch self {
        case .flag(let flag): return flag
        case .integer(0): return false
        case .integer(1): return true
        case .text(let text):
            switch text.lowercased() {
            case "on", "true", "1", "yes": return true
            case "off", "false", "0", "no": return false
            default: return nil
            }
        default: return nil
        }
    }

    /// None where it is no object.
    package var members: [Member] {
        if case .object(let members) = self { return members }
        return []
    }

    var elements: [DecodedValue] {
        if case .list(let list) = self { return list }
        return []
    }

    /// A whole number in decimal digits that 64 bits hold, with its sign.
    static func whole(_ text: String) -> Int64? {
        text.utf8.count <= 19 ? Int64(text) : nil
    }

    /// Whole where it is whole: 21 rather than 21.0.
    init(number: Double) {
        self = Int64(exactly: number).map(DecodedValue.integer) ?? .number(number)
    }
}

extension [DecodedValue.Member] {
    /// Gives a member its value, at its place where there is one of that name.
    mutating func set(_ name: String, _ value: DecodedValue) {
        if let place = firstIndex(where: { $0.name == name }) {
            self[place].value = value
        } else {
            append(.init(name, value))
        }
    }
}
