/// What a turn changed and the ledger must remember. Puts of the same thing replace one another.
package enum Change: Sendable {
    case alert(Alert)
    case delivery(Delivery)
    /// The delivery is settled and leaves the outbox.
    case settled(DeliveryID)
    case rule(StoredRule)
    case device(DeviceState)
    case gateway(GatewayState)
    /// Appended to the chained story.
    case story(StoryEntry)
    /// Appended to the home's history.
    case reading(Reading)
}

/// A rule's memory with what says whether it still fits the rule.
package struct StoredRule: Sendable {
    package var id: RuleID
    /// `RuleKind.name`.
    package var kind: String
    package var fingerprint: String
    package var state: any RuleState

    package init(id: RuleID, kind: String, fingerprint: String, state: any RuleState) {
        self.id = id
        self.kind = kind
        self.fingerprint = fingerprint
        self.state = state
    }

    /// No rule of the settings has this digest.
    private static let removedFingerprint = "(removed)"

    var isRemoved: Bool { fingerprint == Self.removedFingerprint }

    /// The same, fitting no rule any more.
    var removed: StoredRule {
        StoredRule(id: id, kind: kind, fingerprint: Self.removedFingerprint, state: state)
    }
}
