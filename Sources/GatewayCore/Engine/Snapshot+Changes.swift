extension Snapshot {
    /// What recorded changes amount to: the same thing a ledger restores after them.
    ///
    /// Story and readings are the ledger's own and are no part of it.
    package mutating func take(_ changes: [Change]) {
        for change in changes { take(change) }
        forgetOldAlerts()
    }

    private mutating func take(_ change: Change) {
        switch change {
        case .alert(let alert): put(alert, in: &alerts) { $0.id < alert.id } isSame: { $0.id == alert.id }
        case .delivery(let delivery):
            put(delivery, in: &deliveries) { $0.id < delivery.id } isSame: { $0.id == delivery.id }
        case .settled(let id): deliveries.removeAll { $0.id == id }
        case .rule(let rule): put(rule, in: &rules) { $0.id < rule.id } isSame: { $0.id == rule.id }
        case .device(let state):
            put(state, in: &devices) { $0.device < state.device } isSame: { $0.device == state.device }
        case .gateway(let state): gateway = state
        case .story, .reading: break
        }
    }

    /// Puts a thing in its place, over what was there of it.
    private func put<Thing>(
        _ thing: Thing, in things: inout [Thing], isBefore: (Thing) -> Bool, isSame: (Thing) -> Bool
    ) {
        let place = things.lastIndex(where: isBefore).map { $0 + 1 } ?? 0
        if place < things.count, isSame(things[place]) {
            things[place] = thing
        } else {
            things.insert(thing, at: place)
        }
    }

    private mutating func forgetOldAlerts() {
        var surplus = alerts.count { !$0.isOpen } - Limits.closedAlertsInMemory
        guard surplus > 0 else { return }
        let untold = Set(deliveries.lazy.filter(\.keepsAlerts).flatMap(\.alerts))
        alerts.removeAll { alert in
            guard surplus > 0, !alert.isOpen, !untold.contains(alert.id) else { return false }
            surplus -= 1
            return true
        }
    }
}
