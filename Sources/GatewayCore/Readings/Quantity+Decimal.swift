extension Quantity {
    /// A number as people and `description` write it: "21.5", "-3", "0.005".
    ///
    /// - Parameter text: at most twelve digits before the point and three behind it. Nil for all else: a sign of
    ///   plus, an exponent, a comma, a missing digit on either side of the point.
    package init?(decimal text: some StringProtocol) {
        let isNegative = text.hasPrefix("-")
        let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), (1...12).contains(parts[0].utf8.count),
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }), let whole = Int64(parts[0])
        else { return nil }
        var thousandths = whole * 1_000
        if parts.count == 2 {
            guard (1...3).contains(parts[1].utf8.count), let fraction = Int64(parts[1]) else { return nil }
            thousandths += fraction * [100, 10, 1][parts[1].utf8.count - 1]
        }
        self.init(thousandths: isNegative ? -thousandths : thousandths)
    }
}
