/// A measured number in thousandths of its capability's unit: 21.375 Cel is 21 375.
package struct Quantity: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    package var thousandths: Int64

    package init(thousandths: Int64) {
        self.thousandths = thousandths
    }

    package static func < (left: Quantity, right: Quantity) -> Bool { left.thousandths < right.thousandths }

    package static func + (left: Quantity, right: Quantity) -> Quantity {
        Quantity(thousandths: left.thousandths &+ right.thousandths)
    }

    package static func - (left: Quantity, right: Quantity) -> Quantity {
        Quantity(thousandths: left.thousandths &- right.thousandths)
    }

    /// Nil for what is not finite or does not fit 64 bits.
    package init?(_ value: Double) {
        let scaled = value * 1_000
        guard scaled.isFinite, scaled > -9.0e18, scaled < 9.0e18 else { return nil }
        // Half away from zero, by hand: `rounded()` would need the C mathematics library.
        thousandths = Int64(scaled < 0 ? scaled - 0.5 : scaled + 0.5)
    }

    /// Without trailing zeros: "21.5", "-3", "0.005".
    package var description: String {
        let magnitude = thousandths.magnitude
        var text = (thousandths < 0 ? "-" : "") + String(magnitude / 1_000)
        let fraction = Int(magnitude % 1_000)
        if fraction > 0 {
            var digits = fraction.padded(to: 3)
            while digits.last == "0" { digits.removeLast() }
            text += "." + digits
        }
        return text
    }

    package init(from decoder: any Decoder) throws {
        thousandths = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(thousandths)
    }
}
