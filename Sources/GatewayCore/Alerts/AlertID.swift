/// Names an alert for all time and to everybody: the ledger's identity and a number in it.
package struct AlertID: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    /// Random letters chosen when the ledger was made, so that a home with a new ledger does not say
    /// anything under an old name.
    package var ledger: String
    package var number: Int64

    package init(ledger: String, number: Int64) {
        self.ledger = ledger
        self.number = number
    }

    /// Reads "k3f9-17"; nil for anything else.
    package init?(_ text: some StringProtocol) {
        guard let dash = text.lastIndex(of: "-"), dash != text.startIndex,
            let number = Int64(text[text.index(after: dash)...]), number > 0
        else { return nil }
        ledger = String(text[..<dash])
        self.number = number
    }

    package static func < (left: AlertID, right: AlertID) -> Bool {
        (left.number, left.ledger) < (right.number, right.ledger)
    }

    /// "k3f9-17".
    package var description: String { "\(ledger)-\(number)" }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let id = AlertID(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) names no alert.")
        }
        self = id
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
