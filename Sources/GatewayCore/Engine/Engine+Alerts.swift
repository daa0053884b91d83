extension Engine {
    // MARK: - Beginning

    /// Opens an alert for a finding that has none.
    mutating func open(_ cause: Cause, _ finding: Finding, _ rule: RuleCommon) {
        guard rule.priority == .emergency || hasRoom else {
            countElsewhere(finding, rule)
            return
        }
        let device = finding.device.flatMap { plan.home.device($0) }
        var alert = Alert(
            id: nextAlertID(), cause: cause, kind: finding.kind, priority: rule.priority, title: rule.title,
            device: device?.id, room: device?.room, resident: rule.resident ?? device?.resident ?? onlyResident,
            isTest: finding.isTest, learned: now, happened: min(finding.happened, now.wall), state: .raised,
            evidence: finding.evidence)
        alert.detail = finding.detail
        if rule.isShadow || finding.isShadow, rule.priority != .emergency { alert.isOnTrial = true }
        let late = now.wall - alert.happened
        let isLateEvent = finding.change == .happened && late > Limits.lateAfter
        let preAlert = isLateEvent || alert.isShadow ? .zero : rule.preAlert
        if preAlert > .zero {
            alert.state = .pending(until: now.boot + preAlert)
            alert.nextReminder = rule.remindsEvery.map { now.boot + $0 }
        }
        alerts.append(alert)
        let lateness = isLateEvent ? ", \(late.inWords) before it arrived here" : ""
        tell(alert.id, .noticed, "\(alert.kind.title) noticed: \(rule.title)\(lateness).")
        if let detail = alert.detail { tell(alert.id, .reason, detail) }
        if alert.isShadow {
            tell(alert.id, .note, "On trial: nobody is told.")
            // An event has no end of its own.
            if finding.change == .happened { finish(alert.id, Closure(by: nil, outcome: .cleared, at: now)) }
            return
        }
        announce(.heard, alert.id)
        if preAlert <= .zero { raise(alert.id) }
    }

    /// Reminds the person who has not answered yet.
    mutating func remindIfDue(_ id: AlertID) {
        guard let place = place(of: id), let due = alerts[place].nextReminder, due <= now.boot,
            case .pending(let until) = alerts[place].state
        else { return }
        let every = rules.first { $0.common.id == ruleID(of: alerts[place].cause) }?.common.remindsEvery
        // After a stall one reminder stands for those that were missed.
        let next = every.map { now.boot + $0 }
        alerts[place].nextReminder = next.flatMap { $0 < until ? $0 : nil }
        announce(.reminder, id)
    }

    private var hasRoom: Bool {
        alerts.count < Limits.openAlerts || alerts.count(where: \.isOpen) < Limits.openAlerts
    }

    /// So many alerts are open that they must have one cause which we fail to see: the newest one tells of
    /// this finding too.
    private mutating func countElsewhere(_ finding: Finding, _ rule: RuleCommon) {
        guard let newest = alerts.last(where: \.isOpen) else { return }
        let name = finding.device.map { ": \(deviceName($0))" } ?? ""
        tellOnce(newest.id, .note, "Too many alerts are open for another: \(rule.title)\(name).")
    }

    /// The cause came again while its alert is open: more of the same story.
    mutating func repeatAlert(_ id: AlertID, _ finding: Finding, _ rule: RuleCommon) {
        guard let place = place(of: id) else { return }
        if finding.isRedelivered {
            tellOnce(id, .repeated, "The same call arrived again.")
            return
        }
        // What never ended did not begin again: an edited rule sees anew what was seen before.
        if finding.change == .began, !alerts[place].conditionEnded { return }
        alerts[place].occurrences += 1
        alerts[place].conditionEnded = false
        let wasWithdrawn = alerts[place].withdrawnByPerson
        alerts[place].withdrawnByPerson = false
        let name = finding.device.map { deviceName($0) } ?? rule.title
        if case .pending = alerts[place].state, rule.cancelBySecondPress, finding.change == .happened {
            cancel(id, source: name + Self.secondPress)
            return
        }
        tell(id, .repeated, "\(alerts[place].kind.title) again: \(name).")
        announce(alerts[place].feedback ?? .heard, id)
        if wasWithdrawn || isWorthAnUpdate(alerts[place]) { order(.updated, of: id) }
    }

    /// The first few repetitions are told one by one; after them the count goes with the next message.
    private func isWorthAnUpdate(_ alert: Alert) -> Bool {
        alert.occurrences <= Limits.updatesPerAlert + 1
    }

    /// Marks who cancelled by pressing again.
    private static let secondPress = ", pressed again"

    /// Whether a finding is but another frame of the press that has just withdrawn its alert.
    func isFrameOfWithdrawal(_ finding: Finding, _ cause: Cause) -> Bool {
        guard finding.isRedelivered, let newest = alerts.last(where: { $0.cause == cause }),
            case .cancelled(let moment, let source) = newest.state, source.hasSuffix(Self.secondPress)
        else { return false }
        return now.boot - moment.boot < Limits.onePress
    }

    /// From pending, or at once, to raised: now people are told.
    mutating func raise(_ id: AlertID) {
        guard let place = place(of: id) else { return }
        alerts[place].state = .raised
        tell(id, .raised, "Raised: people are being told.")
        beginLadder(id)
    }

    /// An acknowledgement ran out without closing.
    mutating func raiseAgain(_ id: AlertID) {
        guard let place = place(of: id), let acknowledgement = alerts[place].acknowledgement else { return }
        alerts[place].state = .raised
        // That somebody is dealing with it is no longer true.
        let waiting = waitingDeliveries(for: id)
        withdrawDeliveries(of: id) { $0 == .acknowledged }
        tell(
            id, .raisedAgain,
            "Raised again: \(contactName(acknowledgement.by)) took it and it was not closed in time.")
        beginLadder(id)
        for first in waiting { order(.raised, of: id, to: first.contact) }
    }

    // MARK: - Ending

    /// The condition is over by itself.
    mutating func endCondition(_ id: AlertID) {
        guard let place = place(of: id), !alerts[place].conditionEnded else { return }
        alerts[place].conditionEnded = true
        tell(id, .conditionEnded, "\(alerts[place].kind.title): the sensor no longer reports it.")
        if alerts[place].priority == .emergency, !alerts[place].isPending {
            if isWorthAnUpdate(alerts[place]) { order(.updated, of: id) }
        } else {
            finish(id, Closure(by: nil, outcome: .cleared, at: now))
        }
    }

    /// The person withdraws: what is pending ends, what is raised is told so, for the responder to decide. What
    /// begins only now, because something that kept it back has ended, they have not been asked about.
    mutating func cancelAll(source: String) {
        for alert in alerts where alert.isOpen && alert.priority > .fault && alert.id.number <= newestBefore {
            switch alert.state {
            case .pending: cancel(alert.id, source: source)
            case .raised, .acknowledged: withdraw(alert.id, source: source)
            case .closed, .cancelled: break
            }
        }
    }

    private mutating func cancel(_ id: AlertID, source: String) {
        guard let place = place(of: id) else { return }
        alerts[place].state = .cancelled(at: now, by: source)
        tell(id, .cancelled, "Cancelled by the person in time (\(source)).")
        announce(.cancelled, id)
        if plan.tellsCancelled { orderToFirstRung(.closed, of: id) }
        unmute(after: alerts[place].cause)
    }

    private mutating func withdraw(_ id: AlertID, source: String) {
        guard let place = place(of: id), !alerts[place].withdrawnByPerson,
            [.helpCall, .fall, .inactivity].contains(alerts[place].kind)
        else { return }
        alerts[place].withdrawnByPerson = true
        tell(id, .withdrawn, "The person says that it was an accident (\(source)). The responder decides.")
        order(.updated, of: id)
    }

    /// Somebody says that they take it, and with it all that they were told of in the same message.
    mutating func acknowledge(_ id: AlertID, by contact: ContactID, way: Acknowledgement.Way) -> Decision.Reply {
        let joined = alerts(toldTo: contact, with: id).map(\.id)
        let reply = acknowledgeAlone(id, by: contact, way: way)
        var isAnyTaken = false
        for other in joined {
            guard case .raised = alert(other)?.state else { continue }
            tell(other, .note, "Taken together with \(id), in whose message it was told.", contact: contact)
            if acknowledgeAlone(other, by: contact, way: way) == .accepted { isAnyTaken = true }
        }
        return isAnyTaken ? .accepted : reply
    }

    private mutating func acknowledgeAlone(
        _ id: AlertID, by contact: ContactID, way: Acknowledgement.Way
    ) -> Decision.Reply {
        guard let place = place(of: id) else { return .unknownAlert }
        guard concerns(contact, alerts[place]) else {
            if alerts[place].isOpen {
                tellOnce(id, .refusedAcknowledgement, "An acknowledgement by somebody not told of this was refused.")
            }
            return .notContact
        }
        switch alerts[place].state {
        case .raised: break
        case .acknowledged(let earlier, _) where earlier.by == contact: return .accepted
        case .acknowledged:
            tellOnce(id, .acknowledged, "\(contactName(contact)) takes it too.", contact: contact)
            return .accepted
        case .pending, .closed, .cancelled: return .notOpen(state: alerts[place].state.name)
        }
        let hold = max(plan.acknowledgementHold(alerts[place].priority), Limits.shortestHold)
        let acknowledgement = Acknowledgement(by: contact, way: way, at: now)
        alerts[place].state = .acknowledged(acknowledgement, until: now.boot + hold)
        alerts[place].ladder = nil
        tell(id, .acknowledged, "\(contactName(contact)) takes it (\(way.rawValue)).", contact: contact)
        let waiting = waitingDeliveries(for: id)
        withdrawDeliveries(of: id) { $0 == .raised }
        order(.acknowledged, of: id, inPlaceOf: waiting)
        announce(.acknowledged, id)
        endLastAction(of: id)
        return .accepted
    }

    mutating func close(
        _ id: AlertID, by contact: ContactID, outcome: AlertOutcome, note: String?
    ) -> Decision.Reply {
        guard let place = place(of: id) else { return .unknownAlert }
        guard concerns(contact, alerts[place]) else { return .notContact }
        switch alerts[place].state {
        case .raised, .acknowledged: break
        case .pending, .closed, .cancelled: return .notOpen(state: alerts[place].state.name)
        }
        let words = note.map { String($0.prefix(Limits.noteLength)) }
        finish(id, Closure(by: contact, outcome: outcome, note: words, at: now))
        return .accepted
    }

    mutating func finish(_ id: AlertID, _ closure: Closure) {
        guard let place = place(of: id) else { return }
        let wasPending = alerts[place].isPending
        alerts[place].state = .closed(closure)
        alerts[place].ladder = nil
        let who = closure.by.map { "Closed by \(contactName($0))" } ?? "Closed by itself"
        let words = closure.note.map { ": \($0)" } ?? ""
        tell(id, .closed, "\(who), \(closure.outcome.title)\(words).", contact: closure.by)
        // What is over before anybody was told is told to nobody, but for what a storm kept waiting.
        let waiting = waitingDeliveries(for: id).filter {
            $0.waitsForRoom == true || $0.kind == .acknowledged || $0.priority == .emergency
        }
        withdrawDeliveries(of: id) { $0 != .closed }
        if !wasPending { order(.closed, of: id, inPlaceOf: waiting) }
        announce(wasPending ? .cancelled : .closed, id)
        endLastAction(of: id)
        unmute(after: alerts[place].cause)
    }

    // MARK: - Story

    /// Adds a line to an alert's story, in memory and for the ledger.
    mutating func tell(
        _ id: AlertID, _ kind: StoryEntry.Kind, _ text: String, contact: ContactID? = nil,
        channel: ChannelID? = nil
    ) {
        guard let place = place(of: id) else { return }
        gateway.lastStory += 1
        isGatewayTouched = true
        let entry = StoryEntry(
            sequence: gateway.lastStory, alert: id, moment: now, kind: kind, text: text, contact: contact,
            channel: channel)
        alerts[place].story.append(entry)
        if alerts[place].story.count > Limits.storyInMemory { alerts[place].story.removeFirst() }
        decision.changes.append(.story(entry))
        touch(id)
    }

    /// As `tell`, but not when the newest lines say the same: what others can repeat at will must not
    /// lengthen the record without end.
    mutating func tellOnce(_ id: AlertID, _ kind: StoryEntry.Kind, _ text: String, contact: ContactID? = nil) {
        guard let alert = alert(id), !alert.story.suffix(Limits.storyInMessage).contains(where: { $0.text == text })
        else { return }
        tell(id, kind, text, contact: contact)
    }

    func contactName(_ id: ContactID) -> String { plan.contact(id)?.name ?? id.name }

    private var onlyResident: ResidentID? {
        plan.home.residents.count == 1 ? plan.home.residents.first?.id : nil
    }

    private mutating func nextAlertID() -> AlertID {
        gateway.lastAlert += 1
        isGatewayTouched = true
        return AlertID(ledger: ledger, number: gateway.lastAlert)
    }
}
