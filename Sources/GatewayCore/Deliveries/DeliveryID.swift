/// Names a delivery for all time: the same on every attempt, and after a restart.
package struct DeliveryID: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    package var ledger: String
    package var number: Int64

    package init(ledger: String, number: Int64) {
        self.ledger = ledger
        self.number = number
    }

    package static func < (left: DeliveryID, right: DeliveryID) -> Bool {
        (left.number, left.ledger) < (right.number, right.ledger)
    }

    /// "k3f9-d42". No full stop: Standard Webhooks uses it as its separator.
    package var description: String { "\(ledger)-d\(number)" }
}
