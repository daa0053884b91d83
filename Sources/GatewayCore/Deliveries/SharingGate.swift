/// The one gate that everything told to a contact passes: it leaves out what the plan of sharing does not
/// allow them.
package enum SharingGate {
    package static func message(
        _ delivery: Delivery, of alert: Alert, to contact: Contact, plan: Plan, at now: Moment
    ) -> AlertMessage {
        let shares = contact.shares
        let home = plan.home
        let room = shares.contains(.room) ? home.room(alert.room)?.name : nil
        let resident = shares.contains(.name) ? home.resident(alert.resident)?.name : nil
        // Why is told of faults, and of a person only to those who may know what was measured.
        let detail = alert.priority <= .fault || shares.contains(.readings) ? alert.detail : nil
        let others = alert.told.filter { $0 != contact.id }.compactMap { plan.contact($0)?.name }
        var message = AlertMessage(
            alert: alert.id, kind: delivery.kind, about: alert.kind, priority: alert.priority,
            isTest: alert.isTest,
            sentence: AlertSentence.text(
                delivery.kind, alert, resident: resident, room: room, detail: detail, plan: plan, at: now),
            home: home.id, zoneNumber: zoneNumber(of: alert.device, in: home), resident: resident,
            address: shares.contains(.address) ? home.address : nil, room: room,
            access: shares.contains(.access) ? home.access : nil, happened: alert.happened,
            raised: alert.learned.wall, clock: alert.learned.quality, occurrences: alert.occurrences,
            state: alert.state.name)
        message.acknowledgedBy = alert.acknowledgement.flatMap { plan.contact($0.by)?.name }
        if case .closed(let closure) = alert.state { message.outcome = closure.outcome }
        if shares.contains(.readings) { message.evidence = alert.evidence.map { evidence($0, home) } }
        if shares.contains(.story) {
            message.alsoTold = others
            message.story = alert.story.suffix(Limits.storyInMessage).map {
                AlertMessage.Line(at: $0.moment.wall, text: $0.text)
            }
        }
        return message
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
        let delivery = Delivery(
            id: DeliveryID(ledger: ledger, number: 0), alert: id, contact: contact.id, channel: channel, kind: kind,
            priority: alert.priority, created: lastMoment, state: .underway)
        return SharingGate.message(delivery, of: alert, to: contact, plan: plan, at: lastMoment)
    }
}
