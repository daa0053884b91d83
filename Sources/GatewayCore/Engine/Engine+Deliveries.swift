extension Engine {
    // MARK: - Ordering

    /// Orders a message to everybody who was told of the alert, and in place of first messages that waited.
    mutating func order(_ kind: MessageKind, of id: AlertID, inPlaceOf waiting: [Delivery] = []) {
        guard let alert = alert(id) else { return }
        for contact in alert.told { order(kind, of: id, to: contact) }
        // What an emergency's first message says may have been decided in this very turn.
        for first in alert.priority == .emergency ? waiting + waitingDeliveries(for: id) : waiting {
            order(kind, of: id, to: first.contact)
            guard first.waitsForRoom == true else { continue }
            for place in deliveries.indices where deliveries[place].isNew && deliveries[place].alert == id {
                guard deliveries[place].contact == first.contact, deliveries[place].kind == kind else { continue }
                deliveries[place].waitsForRoom = true
                decision.changes.append(.delivery(deliveries[place]))
            }
        }
    }

    mutating func orderToFirstRung(_ kind: MessageKind, of id: AlertID) {
        guard let alert = alert(id), let rung = escalation(of: alert)?.rungs.first else { return }
        for contact in rung.contacts { order(kind, of: id, to: contact) }
    }

    /// Orders a message to one contact over their first channel, and at once over the next where that one
    /// is known to be down.
    mutating func order(_ kind: MessageKind, of id: AlertID, to contact: ContactID) {
        guard let channels = plan.contact(contact)?.channels, alert(id).map({ !$0.isShadow }) ?? false else { return }
        var isSecondWay = false
        for channel in channels where plan.channels.contains(where: { $0.id == channel }) {
            order(kind, of: id, to: contact, over: channel, isSecondWay: isSecondWay)
            if !isDown(channel), !isFailing(kind, of: id, to: contact, over: channel) { break }
            isSecondWay = true
        }
    }

    /// - Parameter mayWait: false where others were told together with it before, over another channel.
    private mutating func order(
        _ kind: MessageKind, of id: AlertID, to contact: ContactID, over channel: ChannelID, isSecondWay: Bool,
        mayWait: Bool = true
    ) {
        guard let alert = alert(id) else { return }
        // The same order that has not ended is still that order: its next attempt tells the newest. Only an
        // update that is under way does not know of this one.
        let isUnsettled = deliveries.contains {
            $0.contact == contact && $0.channel == channel && $0.kind == kind
                && ($0.alert == id && kind != .updated || $0.alerts.contains(id) && $0.state != .underway)
        }
        if isUnsettled { return }
        guard alert.priority == .emergency || deliveries.count < Limits.unsettledDeliveries else { return }
        gateway.lastDelivery += 1
        isGatewayTouched = true
        let wait = mayWait ? groupWait(alert.priority, over: channel) : .zero
        var delivery = Delivery(
            id: DeliveryID(ledger: ledger, number: gateway.lastDelivery), alert: id, contact: contact,
            channel: channel, kind: kind, priority: alert.priority, created: now, state: .due(now.boot + wait))
        if isSecondWay { delivery.isSecondWay = true }
        deliveries.append(delivery)
        decision.changes.append(.delivery(delivery))
        decision.mustBeDurable = true
    }

    /// The same message has failed on that channel and is being tried again in the background.
    private func isFailing(
        _ kind: MessageKind, of id: AlertID, to contact: ContactID, over channel: ChannelID
    ) -> Bool {
        deliveries.contains {
            $0.alerts.contains(id) && $0.contact == contact && $0.channel == channel && $0.kind == kind
                && $0.attempts > ($0.state == .underway ? 1 : 0)
        }
    }

    /// The messages from which somebody is to learn of an alert, and which have not gone out.
    func waitingDeliveries(for id: AlertID) -> [Delivery] {
        guard let told = alert(id)?.told else { return [] }
        return deliveries.filter { $0.alert == id && $0.isNew && $0.kind != .closed && !told.contains($0.contact) }
    }

    /// One of those who are told of the alert, or are about to be.
    func concerns(_ contact: ContactID, _ alert: Alert) -> Bool {
        alert.told.contains(contact) || waitingDeliveries(for: alert.id).contains { $0.contact == contact }
    }

    // MARK: - Sending

    /// Hands out what is due and not held back, emergencies first.
    mutating func sendDueDeliveries() {
        let due = deliveries.filter { delivery in
            if case .due(let time) = delivery.state { time <= now.boot } else { false }
        }
        guard !due.isEmpty else { return }
        let quietEnd = quietEnd
        for delivery in due.sorted(by: { ($1.priority, $0.id) < ($0.priority, $1.id) }) {
            if delivery.priority <= .fault, quietEnd != nil { continue }
            send(delivery.id)
        }
    }

    private mutating func send(_ id: DeliveryID) {
        // It may have joined another meanwhile.
        guard let place = deliveries.firstIndex(where: { $0.id == id }) else { return }
        var leading = place
        if deliveries[place].isNew, deliveries[place].priority < .emergency {
            if roomTime(for: deliveries[place]) != nil {
                guard deliveries[place].waitsForRoom != true else { return }
                deliveries[place].waitsForRoom = true
                decision.changes.append(.delivery(deliveries[place]))
                decision.mustBeDurable = true
                return
            }
            count(deliveries[place])
            leading = gather(around: place)
        }
        if !hand(out: leading) { remove(deliveries[leading].id) }
    }

    /// After a restart: what was handed out without an answer is due at once, as the same attempt and under
    /// the same id; and the outputs are as they should be.
    mutating func resumeDeliveries() {
        for place in deliveries.indices where deliveries[place].state == .underway {
            deliveries[place].state = .due(now.boot)
            deliveries[place].attempts = max(0, deliveries[place].attempts - 1)
            deliveries[place].isResumed = true
        }
        resumeOutputs()
    }

    /// - Returns: false when the alerts or the contact are gone, so that nobody could be told anything.
    private mutating func hand(out place: Int) -> Bool {
        let wasResumed = deliveries[place].isResumed ?? false
        deliveries[place].state = .underway
        deliveries[place].attempts += 1
        deliveries[place].isResumed = nil
        let delivery = deliveries[place]
        let told = toldAlerts(of: delivery)
        guard let leader = told.first, let contact = plan.contact(delivery.contact) else { return false }
        let message = SharingGate.message(
            delivery, of: leader, with: Array(told.dropFirst()), to: contact, plan: plan, at: now)
        decision.changes.append(.delivery(delivery))
        decision.effects.append(.deliver(DeliveryOrder(delivery: delivery, message: message)))
        for alert in told {
            noteTold(alert, leader: leader.id, of: delivery)
            let title = "\(delivery.kind(of: alert).title) to \(contact.name) over \(delivery.channel)"
            let together = alert.id == leader.id ? "" : ", together with \(leader.id)"
            if wasResumed {
                tell(
                    alert.id, .note, "Sent again to \(contact.name) over \(delivery.channel) after a restart.",
                    contact: contact.id, channel: delivery.channel)
            } else if delivery.attempts == 1 {
                tell(alert.id, .told, title + together + ".", contact: contact.id, channel: delivery.channel)
            }
        }
        return true
    }

    /// The contact knows of the alert now.
    private mutating func noteTold(_ alert: Alert, leader: AlertID, of delivery: Delivery) {
        guard let place = place(of: alert.id) else { return }
        let contact = delivery.contact
        if delivery.kind(of: alert) != .closed, !alerts[place].told.contains(contact) {
            alerts[place].told.append(contact)
            touch(alert.id)
        }
        var others = (alerts[place].toldWith ?? []).filter { $0.contact != contact }
        if alert.id != leader { others.append(ToldTogether(contact: contact, leader: leader)) }
        let together = others.isEmpty ? nil : others
        guard delivery.kind == .raised, together != alerts[place].toldWith else { return }
        alerts[place].toldWith = together
        touch(alert.id)
    }

    // MARK: - Outcomes

    mutating func settle(_ id: DeliveryID, _ outcome: DeliveryOutcome) {
        guard let place = deliveries.firstIndex(where: { $0.id == id }) else { return }
        let delivery = deliveries[place]
        switch outcome {
        case .accepted:
            accept(delivery)
            take(.channel(delivery.channel), .up)
        case .refused(let reason):
            remove(id)
            tellAll(of: delivery, .notDelivered, "\(delivery.channel) refused it: \(reason)")
            tryNextChannel(after: delivery)
            take(.channel(delivery.channel), .down(reason: reason))
            announceIfStuck(delivery)
        case .failed(let reason, let retryAfter):
            guard delivery.state == .underway else { return }
            let wait = max(
                Backoff.wait(afterAttempt: delivery.attempts, of: delivery, at: now),
                min(retryAfter ?? .zero, Limits.longestRetryAfter))
            deliveries[place].state = .due(now.boot + wait)
            decision.changes.append(.delivery(deliveries[place]))
            if delivery.attempts == 1 {
                tellAll(of: delivery, .notDelivered, "\(delivery.channel) failed, trying again: \(reason)")
                tryNextChannel(after: delivery)
            }
            announceIfStuck(delivery)
        }
    }

    private mutating func accept(_ delivery: Delivery) {
        remove(delivery.id)
        guard let contact = plan.contact(delivery.contact) else { return }
        tellAll(of: delivery, .delivered, "\(delivery.channel) accepted it for \(contact.name).")
        for id in delivery.alerts {
            guard let alert = alert(id), delivery.kind(of: alert) == .raised, alert.isOpen else { continue }
            if !hasArrived(id) { announce(.sent, alert.id) }
            if contact.acceptanceAcknowledges, case .raised = alert.state {
                _ = acknowledge(alert.id, by: contact.id, way: .receiver)
            }
        }
    }

    /// A line in the story of each alert that a delivery tells.
    private mutating func tellAll(of delivery: Delivery, _ kind: StoryEntry.Kind, _ text: String) {
        for id in delivery.alerts { tell(id, kind, text, contact: delivery.contact, channel: delivery.channel) }
    }

    private mutating func tryNextChannel(after delivery: Delivery) {
        guard let channels = plan.contact(delivery.contact)?.channels,
            let index = channels.firstIndex(of: delivery.channel), index + 1 < channels.count
        else { return }
        for id in delivery.alerts {
            guard let alert = alert(id) else { continue }
            order(
                delivery.kind(of: alert), of: id, to: delivery.contact, over: channels[index + 1], isSecondWay: true,
                mayWait: false)
        }
    }

    private mutating func announceIfStuck(_ delivery: Delivery) {
        for id in delivery.alerts {
            guard let alert = alert(id), delivery.kind(of: alert) == .raised, !hasArrived(id),
                alert.feedback != .notGettingThrough
            else { continue }
            announce(.notGettingThrough, id)
        }
    }

    /// Whether any channel has accepted the alert for anybody, as far as the person was told.
    func hasArrived(_ id: AlertID) -> Bool {
        switch alert(id)?.feedback {
        case nil, .heard, .reminder, .notGettingThrough: false
        default: true
        }
    }

    /// Withdraws deliveries of some kinds that have not ended.
    mutating func withdrawDeliveries(of id: AlertID, where isMeant: (MessageKind) -> Bool) {
        for delivery in deliveries where delivery.alerts.contains(id) && isMeant(delivery.kind) {
            if delivery.also == nil { withdraw(delivery.id) } else { take(id, outOf: delivery) }
        }
    }

    mutating func withdraw(_ id: DeliveryID) {
        remove(id)
        decision.effects.append(.withdraw(id))
    }

    mutating func remove(_ id: DeliveryID) {
        deliveries.removeAll { $0.id == id }
        decision.changes.append(.settled(id))
        decision.mustBeDurable = true
    }

    private func isDown(_ channel: ChannelID) -> Bool {
        gateway.downPaths.contains { $0.path == .channel(channel) }
    }
}
