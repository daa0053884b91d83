extension Engine {
    /// The next moment at which something is due; nil when nothing is. The daemon arms one timer for it.
    package var deadline: BootTime? {
        var earliest: BootTime?
        func consider(_ time: BootTime?) {
            guard let time else { return }
            if earliest.map({ time < $0 }) ?? true { earliest = time }
        }
        consider(nextAlertStep)
        for delivery in deliveries {
            if case .due(let time) = delivery.state { consider(time) }
        }
        consider(ruleDeadlines.earliest)
        for path in gateway.downPaths where !path.isReported {
            consider(path.since.boot + plan.faultAfter)
        }
        consider(modeDeadline)
        consider(gateway.presence?.deadline)
        return earliest
    }

    /// Runs whatever is due by now, in a fixed order: the home first, then alerts, then what they tell.
    mutating func runDueSteps() {
        endModesIfDue()
        settlePresence()
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
            case .pending(let until) where until <= now.boot: raise(id)
            case .pending: remindIfDue(id)
            case .raised:
                guard let next = alert.ladder?.next, next <= now.boot else { continue }
                audit(id, due: next)
                climb(id)
            case .acknowledged(_, let until) where until <= now.boot: raiseAgain(id)
            default: break
            }
        }
    }

    /// A step that ran much too late is told: the gateway did not do its duty in between.
    private mutating func audit(_ id: AlertID, due: BootTime) {
        guard now.boot - due > Limits.stepLateAfter else { return }
        tell(id, .note, "This step was due \((now.boot - due).inWords) ago; the gateway was not running or stalled.")
    }
}
