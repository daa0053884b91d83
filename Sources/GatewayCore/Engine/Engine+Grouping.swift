/// Several alerts in one message: `docs/decisions/0006-grouping-and-storms.md`.
extension Engine {
    // MARK: - Joining

    /// Lets what else is to be told to the same contact over the same channel go with a delivery.
    ///
    /// - Returns: the place of the delivery that leads the message.
    mutating func gather(around place: Int) -> Int {
        let first = deliveries[place]
        guard plan.channel(first.channel)?.carriesSeveral ?? false else { return place }
        let isSummary = first.waitsForRoom == true || first.priority < .urgent && isRoomAwaited(like: first)
        guard isSummary || first.priority < .urgent else { return place }
        let quietEnd = quietEnd
        let isTest = alert(first.alert)?.isTest
        let others = deliveries.filter { other in
            guard other.id != first.id, other.isNew, other.contact == first.contact, other.channel == first.channel,
                other.isSecondWay == first.isSecondWay, alert(other.alert)?.isTest == isTest,
                other.priority > .fault || quietEnd == nil
            else { return false }
            if isSummary, other.waitsForRoom == true { return true }
            return other.priority < .urgent && (isSummary || other.kind == first.kind)
        }
        guard !others.isEmpty else { return place }
        let members = ([first] + others).filter { $0.priority < .emergency }.sorted(by: Self.leads)
        return join(Array(members.prefix(Limits.alertsInMessage)), isSummary: isSummary) ?? place
    }

    /// What asks somebody to act comes first, then what matters most, then what came first.
    private static func leads(_ left: Delivery, _ right: Delivery) -> Bool {
        if left.kind.rank != right.kind.rank { return left.kind.rank < right.kind.rank }
        return (right.priority, left.id) < (left.priority, right.id)
    }

    private mutating func join(_ members: [Delivery], isSummary: Bool) -> Int? {
        guard let leader = members.first else { return nil }
        for member in members.dropFirst() { remove(member.id) }
        let others = members.map(\.alert).inOrderOnce.filter { $0 != leader.alert }
        guard let place = deliveries.firstIndex(where: { $0.id == leader.id }) else { return nil }
        deliveries[place].also = others.isEmpty ? nil : others
        deliveries[place].waitsForRoom = isSummary ? true : nil
        return place
    }

    private func isRoomAwaited(like delivery: Delivery) -> Bool {
        deliveries.contains {
            $0.waitsForRoom == true && $0.isNew && $0.contact == delivery.contact && $0.channel == delivery.channel
        }
    }

    /// An alert has gone on from what a message under way tells of it; the others are still told.
    mutating func take(_ id: AlertID, outOf delivery: Delivery) {
        let others = delivery.alerts.filter { $0 != id }
        let isStillTrue = others.contains { alert($0).map { delivery.kind.isTrue(of: $0) } ?? false }
        guard isStillTrue, let place = deliveries.firstIndex(where: { $0.id == delivery.id }) else {
            split(delivery, among: others)
            return
        }
        // The leader keeps its place, because an id never changes its meaning; it is passed over.
        let rest = (delivery.also ?? []).filter { $0 != id }
        deliveries[place].also = rest.isEmpty ? nil : rest
        decision.changes.append(.delivery(deliveries[place]))
        decision.mustBeDurable = true
    }

    /// Tells the alerts of one message each by itself.
    mutating func split(_ delivery: Delivery, among alerts: [AlertID]) {
        withdraw(delivery.id)
        for id in alerts {
            guard let alert = alert(id) else { continue }
            order(delivery.kind(of: alert), of: id, to: delivery.contact)
        }
    }

    // MARK: - Telling

    /// The alerts that a message tells now, the leading one first; empty when there is nothing left to tell.
    func toldAlerts(of delivery: Delivery) -> [Alert] {
        let all = delivery.alerts.compactMap { alert($0) }
        guard delivery.also != nil else { return all }
        guard let leader = all.firstIndex(where: { delivery.kind.isTrue(of: $0) }) else { return [] }
        var told = [all[leader]]
        for (index, alert) in all.enumerated() where index != leader {
            // Of a summary's alerts those that are over are named too.
            if delivery.kind.isTrue(of: alert) || delivery.waitsForRoom == true { told.append(alert) }
        }
        return told
    }

    /// The open alerts that a contact was told of in the message about another.
    func alerts(toldTo contact: ContactID, with leader: AlertID) -> [Alert] {
        let together = ToldTogether(contact: contact, leader: leader)
        return alerts.filter { $0.isOpen && $0.toldWith?.contains(together) ?? false }
    }
}

extension MessageKind {
    /// What it says is how the alert stands.
    func isTrue(of alert: Alert) -> Bool {
        switch self {
        case .raised: alert.state == .raised
        case .updated: alert.isOpen
        case .acknowledged: alert.acknowledgement != nil
        case .closed: !alert.isOpen
        }
    }

    /// The order in which the kinds lead a summary.
    fileprivate var rank: Int {
        switch self {
        case .raised: 0
        case .updated: 1
        case .acknowledged: 2
        case .closed: 3
        }
    }
}

extension Delivery {
    /// What it tells of one of its alerts as that stands now: in a summary each has its own.
    func kind(of alert: Alert) -> MessageKind {
        if also == nil || kind.isTrue(of: alert) { return kind }
        switch alert.state {
        case .pending, .raised: return .raised
        case .acknowledged: return .acknowledged
        case .closed, .cancelled: return .closed
        }
    }
}

extension [AlertID] {
    /// Each once, where it came first.
    var inOrderOnce: [AlertID] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}
