/// The one gate that everything told to a contact passes: it leaves out what the plan of sharing does not
/// allow them.
package enum SharingGate {
    package static func message(
        _ delivery: Delivery, of alert: Alert, with others: [Alert] = [], to contact: Contact, plan: Plan,
        at now: Moment
    ) -> AlertMessage {
        let shares = contact.shares
        let home = plan.home
        var message = AlertMessage(
            alert: alert.id, kind: delivery.kind, about: alert.kind, priority: alert.priority,
            isTest: alert.isTest, sentence: sentence(delivery, of: alert, shares, plan, now),
            home: home.id, zoneNumber: zoneNumber(of: alert.device, in: home),
            resident: shares.contains(.name) ? home.resident(alert.resident)?.name : nil,
            address: shares.contains(.address) ? home.address : nil,
            room: shares.contains(.room) ? home.room(alert.room)?.name : nil,
            access: shares.contains(.access) ? home.access : nil, happened: alert.happened,
            raised: alert.learned.wall, clock: alert.learned.quality, occurrences: alert.occurrences,
            state: alert.state.name)
        message.acknowledgedBy = alert.acknowledgement.flatMap { plan.contact($0.by)?.name }
        if case .closed(let closure) = alert.state { message.outcome = closure.outcome }
        if shares.contains(.readings) { message.evidence = alert.evidence.map { evidence($0, home) } }
        if shares.contains(.story) {
            message.alsoTold = alert.told.filter { $0 != contact.id }.compactMap { plan.contact($0)?.name }
            // From the end, because the newest lines are told, and looking at each costs most of a message.
            let told = alert.story.reversed().lazy.filter { mayTell($0, of: alert, shares) }
            message.story = told.prefix(Limits.storyInMessage).reversed().map {
                AlertMessage.Line(at: $0.moment.wall, text: $0.text)
            }
        }
        guard !others.isEmpty else { return message }
        let also = others.map { other in
            AlertMessage.Also(alert: other.id, sentence: sentence(delivery, of: other, shares, plan, now))
        }
        message.also = also
        message.sentence = AlertSentence.list(
            [message.sentence] + also.map(\.sentence),
            over: delivery.waitsForRoom == true ? ([alert] + others).map { now.boot - $0.learned.boot }.max() : nil)
        return message
    }

    private static func sentence(
        _ delivery: Delivery, of alert: Alert, _ shares: SharedData, _ plan: Plan, _ now: Moment
    ) -> String {
        AlertSentence.text(
            delivery.kind(of: alert), alert,
            resident: shares.contains(.name) ? plan.home.resident(alert.resident)?.name : nil,
            room: shares.contains(.room) ? plan.home.room(alert.room)?.name : nil,
            detail: mayTellWhy(of: alert, shares) ? alert.detail : nil, plan: plan, at: now)
    }

    /// Why is told of faults, and of a person only to those who may know what was measured.
    private static func mayTellWhy(of alert: Alert, _ shares: SharedData) -> Bool {
        alert.priority <= .fault || shares.contains(.readings)
    }

    /// Whether a line of the story holds nothing that is kept back elsewhere.
    private static func mayTell(_ entry: StoryEntry, of alert: Alert, _ shares: SharedData) -> Bool {
        if mayTellWhy(of: alert, shares) { return true }
        // What was said at home may say why as well.
        return entry.kind != .reason && alert.detail.map { !holds(entry.text, $0) } ?? true
    }

    /// Whether some words stand in a text, byte by byte.
    private static func holds(_ text: String, _ words: String) -> Bool {
        guard let first = words.utf8.first else { return true }
        var rest = text.utf8[...]
        while let start = rest.firstIndex(of: first) {
            if rest[start...].starts(with: words.utf8) { return true }
            rest = rest[rest.index(after: start)...]
        }
        return false
    }

    private static func zoneNumber(of device: DeviceID?, in home: Home) -> Int {
        device.flatMap { id in home.devices.firstIndex { $0.id == id } }.map { $0 + 1 } ?? 0
    }

    private static func evidence(_ reading: Reading, _ home: Home) -> AlertMessage.Evidence {
        let value: String
        switch reading.value {
        case .happened: value = "happened"
        case .state(let isOn): value = isOn ? "true" : "false"
        case .number(let quantity): value = quantity.description
        }
        return AlertMessage.Evidence(
            what: "\(reading.capability.rawValue) of \(home.device(reading.device)?.name ?? reading.device.name)",
            value: value, unit: reading.capability.unit, at: reading.happenedAt)
    }
}

extension Engine {
    /// What a contact may know of an alert now, for a page they open.
    package func message(about id: AlertID, to contact: ContactID) -> AlertMessage? {
        guard let alert = alert(id), let contact = plan.contact(contact), let channel = contact.channels.first else {
            return nil
        }
        let kind: MessageKind =
            switch alert.state {
            case .pending, .raised: .raised
            case .acknowledged: .acknowledged
            case .closed, .cancelled: .closed
            }
        let others = alerts(toldTo: contact.id, with: id)
        var delivery = Delivery(
            id: DeliveryID(ledger: ledger, number: 0), alert: id, contact: contact.id, channel: channel, kind: kind,
            priority: alert.priority, created: lastMoment, state: .underway)
        delivery.also = others.isEmpty ? nil : others.map(\.id)
        return SharingGate.message(delivery, of: alert, with: others, to: contact, plan: plan, at: lastMoment)
    }
}
