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
        let isNegative = text.hasPrefix("-")
        let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
        let isPlain = parts.allSatisfy { part in part.utf8.allSatisfy { (0x30...0x39).contains($0) } }
        guard isPlain, (1...2).contains(parts.count), (1...9).contains(parts[0].count),
            let whole = Int64(parts[0])
        else { return nil }
        let fraction = parts.count == 2 ? parts[1] : "0"
        guard (1...3).contains(fraction.count),
            let thousandths = Int64(fraction + String(repeating: "0", count: 3 - fraction.count))
        else { return nil }
        let size = whole * 1_000 + thousandths
        self = .number(Quantity(thousandths: isNegative ? -size : size))
    }
}
