/// The limits of one vital sign that a clinician has set for one person.
struct PersonalLimits: Hashable, Sendable {
    let capability: Capability
    /// The highest value that is still well; nil for none.
    let above: Quantity?
    /// The lowest value that is still well; nil for none.
    let below: Quantity?

    /// Where a value lies.
    enum Side: String, Hashable, Codable, Sendable {
        case within, high, low
    }

    func side(of value: Quantity) -> Side {
        if let above, value > above { return .high }
        if let below, value < below { return .low }
        return .within
    }

    /// "above the personal limit of 110/min".
    func words(for side: Side) -> String {
        switch side {
        case .high: "above the personal limit of " + (above.map { capability.words(for: $0) } ?? "none")
        case .low: "below the personal limit of " + (below.map { capability.words(for: $0) } ?? "none")
        case .within: "within the personal limits"
        }
    }
}
