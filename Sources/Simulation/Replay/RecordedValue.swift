package import GatewayCore

/// What a line of a recording says beside that something happened.
package enum RecordedValue: Hashable, Sendable {
    case state(Bool)
    case number(Quantity)

    private static let words: [String: Bool] = [
        "true": true, "on": true, "open": true, "opened": true, "active": true, "detected": true,
        "false": false, "off": false, "closed": false, "inactive": false, "clear": false, "cleared": false,
    ]

    /// Nil for what is neither a word for a state nor a number with at most three digits behind the point.
    init?(_ text: String) {
        if let state = Self.words[text.lowercased()] {
            self = .state(state)
            return
        }
        guard let number = Quantity(decimal: text) else { return nil }
        self = .number(number)
    }
}
