extension Engine {
    /// The next moment at which something is due; nil when nothing is. The daemon arms one timer for it.
    package var deadline: BootTime? {
        var earliest: BootTime?
        func consider(_ time: BootTime?) {
            guard let time else { return }
            if earliest.map({ time < $0 }) ?? true { earliest = time }
        }
        consider(nextAlertStep)
        consider(earliestSending)
        consider(ruleDeadlines.earliest)
        for path in gateway.downPaths where !path.isReported {
            consider(path.since.boot + plan.faultAfter)
        }
        consider(modeDeadline)
        consider(nextClearing)
        consider(outputDeadline)
        consider(gateway.presence?.deadline)
        consider(rhythmDeadline)
        return earliest
    }

    /// What is due by the newest turn though it had its tick: after a turn there is nothing, or the engine
    /// would be woken for ever.
    package var overdue: [String] {
        var found = ruleDeadlines.due(by: now.boot).map { "rule \(rules[$0].common.id)" }
        let others: [(String, BootTime?)] = [
            ("an alert", nextAlertStep), ("a delivery", earliestSending), ("the mode", modeDeadline),
            ("presence", gateway.presence?.deadline), ("a path", rhythmDeadline), ("a state that ends", nextClearing),
            ("an output", outputDeadline),
        ]
        found += others.compactMap { name, due in (due ?? .init(nanoseconds: .max)) <= now.boot ? name : nil }
        return found
    }

    /// Runs whatever is due by now, in a fixed order: the home first, then alerts, then what they tell.
    mutating func runDueSteps() {
        endModesIfDue()
        clearDueStates()
        settlePresence()
        runDueOutputs()
        // Before the rules: what a whole path does not deliver is no device's fault.
        reviewRhythms()
        tickDueRules()
        reportDownPaths()
        reviewSight()
        runDueAlerts()
        sendDueDeliveries()
    }

    /// When the next step of an open alert is due.
    var earliestAlertStep: BootTime? {
        alerts.lazy.compactMap { alert in
            switch alert.state {
            case .pending(let until): alert.nextReminder.map { min($0, until) } ?? until
            case .raised: alert.ladder?.next
            case .acknowledged(_, let until): until
            case .closed, .cancelled: nil
            }
        }.min()
    }

    private mutating func runDueAlerts() {
        guard let next = touchedAlerts.isEmpty ? nextAlertStep : earliestAlertStep, next <= now.boot else { return }
        // By id, because a step may close, raise or forget alerts.
        for id in alerts.filter(\.isOpen).map(\.id) {
            guard let alert = alert(id) else { continue }
            switch alert.state {
            case .pending(let until) where until <= now.boot:
                audit(id, due: until)
                raise(id)
            case .pending: remindIfDue(id)
            case .raised:
                guard let next = alert.ladder?.next, next <= now.boot else { continue }
                if restsInQuietHours(id) { continue }
                audit(id, due: next)
                climb(id)
            case .acknowledged(_, let until) where until <= now.boot:
                audit(id, due: until)
                raiseAgain(id)
            default: break
            }
        }
    }

    /// In quiet hours nobody could answer to a fault, so its ladder is not climbed and sounds no siren.
    private mutating func restsInQuietHours(_ id: AlertID) -> Bool {
        guard let place = place(of: id), alerts[place].priority <= .fault, let end = quietEnd else { return false }
        alerts[place].ladder?.next = end
        touch(id)
        return true
    }

    // MARK: - Audit

    /// A step that ran much too late is told: the gateway did not do its duty in between. That it was off or
    /// asleep is known, and no fault of its own.
    private mutating func audit(_ id: AlertID, due: BootTime) {
        let late = now.boot - due
        guard late > Limits.stepLateAfter else { return }
        guard late - timeOff(since: due) > Limits.stepLateAfter else {
            tell(id, .note, "This step was due \(late.inWords) ago; the gateway was not running.")
            return
        }
        tell(id, .note, "This step was due \(late.inWords) ago; the gateway had stalled.")
        let rule = RuleCommon(
            id: RuleID("audit"), title: "the gateway stalled, and a step of an alert ran late", priority: .fault)
        let finding = Finding(
            .happened, .lateStep, device: nil, happened: now.wall,
            detail: "A step of \(id) was due \(late.inWords) before it ran.")
        guard let open = place(ofOpen: .audit) else { return open(.audit, finding, rule) }
        // What was late in one stall is one.
        if alerts[open].isLateStepNoted(at: now) { return }
        repeatAlert(alerts[open].id, finding, rule)
    }

    /// How much of the time since then the gateway was off or asleep.
    private func timeOff(since due: BootTime) -> Duration {
        gateway.outages.reduce(.zero) { sum, outage in
            let begin = max(outage.end - outage.length, due)
            return outage.end > begin ? sum + (outage.end - begin) : sum
        }
    }
}

extension Alert {
    fileprivate func isLateStepNoted(at now: Moment) -> Bool {
        story.last { $0.kind == .noticed || $0.kind == .repeated }.map { $0.moment.boot == now.boot } ?? false
    }
}
