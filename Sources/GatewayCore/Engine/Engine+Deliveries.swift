extension Engine {
    // MARK: - Ordering

    /// Orders a message to everybody who was told of the alert.
    mutating func order(_ kind: MessageKind, of id: AlertID) {
        guard let told = alert(id)?.told else { return }
        for contact in told { order(kind, of: id, to: contact) }
    }

    mutating func orderToFirstRung(_ kind: MessageKind, of id: AlertID) {
        guard let alert = alert(id), let rung = escalation(of: alert)?.rungs.first else { return }
        for contact in rung.contacts { order(kind, of: id, to: contact) }
    }

    /// Orders a message to one contact over their first channel, and at once over the next where that one
    /// is known to be down.
    mutating func order(_ kind: MessageKind, of id: AlertID, to contact: ContactID) {
        guard let channels = plan.contact(contact)?.channels, let place = place(of: id), !alerts[place].isShadow else {
            return
        }
        for channel in channels where plan.channels.contains(where: { $0.id == channel }) {
            order(kind, of: id, to: contact, over: channel)
            if !isDown(channel), !isFailing(kind, of: id, to: contact, over: channel) { break }
        }
        if kind == .raised, !alerts[place].told.contains(contact) {
            alerts[place].told.append(contact)
            touch(id)
        }
    }

    private mutating func order(_ kind: MessageKind, of id: AlertID, to contact: ContactID, over channel: ChannelID) {
        guard let alert = alert(id) else { return }
        // The same order that has not ended is still that order: its next attempt tells the newest. Only an
        // update that is under way does not know of this one.
        let isUnsettled = deliveries.contains {
            $0.alert == id && $0.contact == contact && $0.channel == channel && $0.kind == kind
                && (kind != .updated || $0.state != .underway)
        }
        if isUnsettled { return }
        guard alert.priority == .emergency || deliveries.count < Limits.unsettledDeliveries else { return }
        gateway.lastDelivery += 1
        isGatewayTouched = true
        let delivery = Delivery(
            id: DeliveryID(ledger: ledger, number: gateway.lastDelivery), alert: id, contact: contact,
            channel: channel, kind: kind, priority: alert.priority, created: now, state: .due(now.boot))
        deliveries.append(delivery)
        decision.changes.append(.delivery(delivery))
        decision.mustBeDurable = true
    }

    /// The same message has failed on that channel and is being tried again in the background.
    private func isFailing(
        _ kind: MessageKind, of id: AlertID, to contact: ContactID, over channel: ChannelID
    ) -> Bool {
        deliveries.contains {
            $0.alert == id && $0.contact == contact && $0.channel == channel && $0.kind == kind
                && $0.attempts > ($0.state == .underway ? 1 : 0)
        }
    }

    // MARK: - Sending

    /// Hands out what is due, emergencies first.
    mutating func sendDueDeliveries() {
        var due: [(priority: Priority, place: Int)] = []
        for (place, delivery) in deliveries.enumerated() {
            if case .due(let time) = delivery.state, time <= now.boot { due.append((delivery.priority, place)) }
        }
        guard !due.isEmpty else { return }
        due.sort { ($1.priority, $0.place) < ($0.priority, $1.place) }
        let unsendable = due.filter { !hand(out: $0.place) }.map { deliveries[$0.place].id }
        for id in unsendable { remove(id) }
    }

    /// After a restart: what was handed out without an answer is due at once, as the same attempt and under
    /// the same id; and the outputs are as they should be.
    mutating func resumeDeliveries() {
        for place in deliveries.indices where deliveries[place].state == .underway {
            deliveries[place].state = .due(now.boot)
            deliveries[place].attempts = max(0, deliveries[place].attempts - 1)
        }
        for output in gateway.releasedOutputs { decision.effects.append(.drive(output, isOn: false)) }
        for output in gateway.drivenOutputs { decision.effects.append(.drive(output, isOn: true)) }
    }

    /// - Returns: false when the alert or the contact is gone, so that nobody could be told anything.
    private mutating func hand(out place: Int) -> Bool {
        deliveries[place].state = .underway
        deliveries[place].attempts += 1
        let delivery = deliveries[place]
        guard let alert = alert(delivery.alert), let contact = plan.contact(delivery.contact) else { return false }
        let message = SharingGate.message(delivery, of: alert, to: contact, plan: plan, at: now)
        decision.changes.append(.delivery(delivery))
        decision.effects.append(.deliver(DeliveryOrder(delivery: delivery, message: message)))
        if delivery.attempts == 1 {
            tell(
                alert.id, .told, "\(delivery.kind.title) to \(contact.name) over \(delivery.channel).",
                contact: contact.id, channel: delivery.channel)
        }
        return true
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
            tell(
                delivery.alert, .notDelivered, "\(delivery.channel) refused it: \(reason)",
                contact: delivery.contact, channel: delivery.channel)
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
                tell(
                    delivery.alert, .notDelivered, "\(delivery.channel) failed, trying again: \(reason)",
                    contact: delivery.contact, channel: delivery.channel)
                tryNextChannel(after: delivery)
            }
            announceIfStuck(delivery)
        }
    }

    private mutating func accept(_ delivery: Delivery) {
        remove(delivery.id)
        guard let alert = alert(delivery.alert), let contact = plan.contact(delivery.contact) else { return }
        tell(
            alert.id, .delivered, "\(delivery.channel) accepted it for \(contact.name).",
            contact: contact.id, channel: delivery.channel)
        guard delivery.kind == .raised, alert.isOpen else { return }
        if alert.feedback == .heard || alert.feedback == .notGettingThrough { announce(.sent, alert.id) }
        if contact.acceptanceAcknowledges, case .raised = alert.state {
            _ = acknowledge(alert.id, by: contact.id, way: .receiver)
        }
    }

    private mutating func tryNextChannel(after delivery: Delivery) {
        guard let channels = plan.contact(delivery.contact)?.channels,
            let index = channels.firstIndex(of: delivery.channel), index + 1 < channels.count
        else { return }
        order(delivery.kind, of: delivery.alert, to: delivery.contact, over: channels[index + 1])
    }

    private mutating func announceIfStuck(_ delivery: Delivery) {
        guard delivery.kind == .raised, let alert = alert(delivery.alert), alert.feedback == .heard else { return }
        announce(.notGettingThrough, alert.id)
    }

    /// Whether any channel has accepted the alert for anybody, as far as the person was told.
    func hasArrived(_ id: AlertID) -> Bool {
        switch alert(id)?.feedback {
        case nil, .heard, .notGettingThrough: false
        default: true
        }
    }

    /// Withdraws deliveries of some kinds that have not ended.
    mutating func withdrawDeliveries(of id: AlertID, where isMeant: (MessageKind) -> Bool) {
        for delivery in deliveries where delivery.alert == id && isMeant(delivery.kind) { withdraw(delivery.id) }
    }

    mutating func withdraw(_ id: DeliveryID) {
        remove(id)
        decision.effects.append(.withdraw(id))
    }

    private mutating func remove(_ id: DeliveryID) {
        deliveries.removeAll { $0.id == id }
        decision.changes.append(.settled(id))
        decision.mustBeDurable = true
    }

    private func isDown(_ channel: ChannelID) -> Bool {
        gateway.downPaths.contains { $0.path == .channel(channel) }
    }
}
