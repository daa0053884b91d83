import GatewayCore

/// Changes taken and not yet on disk. Puts of the same thing replace one another; the story keeps its
/// order. All of it goes to disk in one transaction, so its order among kinds does not matter.
///
/// Readings and device pictures are packed as they come (`ReadingBlockWriter`, `DevicePictures`). What is
/// left grows with alerts and rules, which are bounded (`Limits`), and with story entries, which come only
/// from alerts and are never given up.
struct PendingChanges {
    private(set) var alerts: [Int64: Alert] = [:]
    /// Nil for a settled delivery.
    private(set) var deliveries: [Int64: Delivery?] = [:]
    private(set) var rules: [RuleID: StoredRule] = [:]
    private(set) var gateway: GatewayState?
    private(set) var story: [StoryEntry] = []

    mutating func put(_ alert: Alert) { alerts[alert.id.number] = alert }
    mutating func put(_ delivery: Delivery) { deliveries[delivery.id.number] = .some(delivery) }
    mutating func settle(_ delivery: DeliveryID) { deliveries[delivery.number] = .some(nil) }
    mutating func put(_ rule: StoredRule) { rules[rule.id] = rule }
    mutating func put(_ state: GatewayState) { gateway = state }
    mutating func append(_ entry: StoryEntry) { story.append(entry) }
}
