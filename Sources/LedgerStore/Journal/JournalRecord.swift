package import GatewayCore

/// What the emergency journal keeps of one turn: all that tells people, nothing of routine.
package struct JournalRecord: Codable, Hashable, Sendable {
    package var mark: TimeMark
    package var alerts: [Alert] = []
    package var deliveries: [Delivery] = []
    package var settled: [DeliveryID] = []
    package var story: [StoryEntry] = []
    package var gateway: GatewayState?

    package init(_ changes: [Change], at mark: TimeMark) {
        self.mark = mark
        for change in changes {
            switch change {
            case .alert(let alert): alerts.append(alert)
            case .delivery(let delivery): deliveries.append(delivery)
            case .settled(let id): settled.append(id)
            case .story(let entry): story.append(entry)
            case .gateway(let state): gateway = state
            case .rule, .device, .reading: break
            }
        }
    }

    /// The changes it was made of.
    package var changes: [Change] {
        alerts.map(Change.alert) + deliveries.map(Change.delivery) + settled.map(Change.settled)
            + story.map(Change.story) + (gateway.map { [Change.gateway($0)] } ?? [])
    }
}
