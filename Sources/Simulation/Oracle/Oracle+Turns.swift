internal import GatewayCore

extension Oracle {
    mutating func arrive(_ number: Int64, _ reading: Reading) {
        readingsOfTurn.append(reading)
        guard reading.freshness == .live, reading.capability == .helpCall || reading.capability == .testPress else {
            return
        }
        pressesOfTurn.append((number, reading))
    }

    mutating func judge(_ decision: Decision, _ moment: Moment) {
        var opening: [Alert] = []
        var isCalled: Set<DeviceID> = []
        for change in decision.changes {
            switch change {
            case .reading(let reading): facts.take(reading)
            case .alert(let alert):
                isTouched = true
                if let edge = edges.take(alert), !AlertEdge.lawful.contains(edge) {
                    report(.wrongEdge, "\(alert.id) goes from \(edge.name)")
                }
                if opened.add(alert.id) { opening.append(alert) }
                if !pressesOfTurn.isEmpty, alert.kind == .helpCall, let device = alert.device {
                    isCalled.insert(device)
                }
            default: break
            }
        }
        if decision.changes.count > SimulationLimits.changesOfTurn {
            report(.grewTooLarge, "\(decision.changes.count) changes in one turn")
        }
        for case .deliver(let order) in decision.effects
        where order.delivery.kind == .raised && order.message.state != "raised" {
            report(.toldAfterTaken, "\(order.delivery.id) tells \(order.delivery.alert) (\(order.message.state))")
        }
        for alert in opening { judge(opening: alert, moment) }
        lastDecided = moment.boot
        judgePresses(isCalled)
        pressesOfTurn.removeAll(keepingCapacity: true)
        readingsOfTurn.removeAll(keepingCapacity: true)
    }

    /// Each press is an alert, more of one, or the very press that was an alert before.
    private mutating func judgePresses(_ isCalled: Set<DeviceID>) {
        for (number, reading) in pressesOfTurn {
            let isAlert =
                isCalled.contains(reading.device)
                || open.contains { $0.device == reading.device && $0.kind == .helpCall }
            let isSame =
                reading.isRedelivered && reading.occurred != nil
                && reading.occurred == newestPress[reading.device]?.occurred
            if !isAlert, !isSame, alertsOfPress[number] == nil {
                report(.pressLost, "message \(number) of \(reading.device) did nothing")
            }
            newestPress[reading.device] = reading
            takenPresses.append(number)
        }
    }

    // MARK: - Causes

    private mutating func judge(opening alert: Alert, _ moment: Moment) {
        switch alert.cause {
        case .path(let path): judge(opening: alert, path, moment)
        case .audit:
            // The step may belong to an alert that was not raised yet.
            guard let last = lastDecided, moment.boot - last > Limits.stepLateAfter else {
                return report(.phantom, "\(alert.id): the gateway did not stall")
            }
        case .rule:
            switch alert.kind {
            case .helpCall: judge(press: alert)
            case .leftOpen: demand(alert, SimulatedHome.door, .open, SimulatedHome.leftOpenHold(settings), moment)
            case .temperatureLow: demand(alert, SimulatedHome.thermometer, .temperature, .minutes(40), moment)
            case .inactivity: judge(inactivity: alert, moment)
            case .deviceSilence: judge(silence: alert, moment)
            default: judge(hazard: alert)
            }
        }
    }

    private mutating func judge(press alert: Alert) {
        guard let press = pressesOfTurn.first(where: { $0.reading.device == alert.device }) else {
            return report(.phantom, "\(alert.id): nobody pressed \(alert.device?.name ?? "anything")")
        }
        if alertsOfPress[press.number] != nil, !press.reading.isRedelivered {
            report(.pressTwice, "message \(press.number) is \(alert.id) and another")
        }
        pressAlerts.append((press.number, alert.id))
    }

    private mutating func judge(hazard alert: Alert) {
        guard let hazard = alert.hazard, let fact = facts.fact(hazard.device, hazard.capability), fact.isTrue,
            readingsOfTurn.contains(where: { $0.device == hazard.device && $0.capability == hazard.capability })
        else { return report(.phantom, "\(alert.id): no detector reports \(alert.kind.rawValue)") }
        if fact.isAlerted { report(.phantom, "\(alert.id): this \(alert.kind.rawValue) had its alert") }
        facts.markAlerted(hazard.device, hazard.capability)
    }

    private mutating func demand(
        _ alert: Alert, _ device: DeviceID, _ capability: Capability, _ hold: Duration, _ moment: Moment
    ) {
        guard let fact = facts.fact(device, capability), fact.isTrue, moment.boot - fact.since >= hold else {
            return report(.phantom, "\(alert.id): \(alert.kind.rawValue) has not lasted \(hold.inWords)")
        }
    }

    private mutating func judge(inactivity alert: Alert, _ moment: Moment) {
        guard let last = facts.lastActivity, moment.boot - last < SimulatedHome.inactivityAfter else { return }
        report(.phantom, "\(alert.id): somebody was active \((moment.boot - last).inWords) ago")
    }

    private mutating func judge(silence alert: Alert, _ moment: Moment) {
        guard let device = alert.device, let heard = facts.heard(device) else { return }
        if moment.boot - heard < SimulatedHome.silentAfter {
            report(.phantom, "\(alert.id): \(device) spoke \((moment.boot - heard).inWords) ago")
        }
    }

    private mutating func judge(opening alert: Alert, _ path: Path, _ moment: Moment) {
        // A refusal is a channel's fault without its path being down.
        if case .channel = path { return }
        guard let since = downSince[path], moment.boot - since >= .seconds(15) else {
            return report(.phantom, "\(alert.id): \(path.name) was not down for long")
        }
    }

    // MARK: - What the engine holds

    /// Every turn is looked at, and every alert where a turn touched one; else each now and then, in case
    /// the engine changes what it does not say.
    mutating func look(_ alerts: [Alert], _ deliveries: Int, _ deadline: BootTime?, _ moment: Moment) {
        if let deadline, deadline <= moment.boot {
            report(.deadlinePast, "due \((moment.boot - deadline).inWords) ago")
        }
        if deliveries > SimulationLimits.deliveries { report(.grewTooLarge, "\(deliveries) deliveries") }
        looks += 1
        let isOverdue = earliestRung.map { rung in deadline.map { rung < $0 } ?? true } ?? false
        guard isTouched || isOverdue || alerts.count != lookedAlerts
            || looks % SimulationLimits.turnsBetweenLooks == 0
        else { return }
        isTouched = false
        lookedAlerts = alerts.count
        lookAtAll(alerts, deadline)
    }

    private mutating func lookAtAll(_ alerts: [Alert], _ deadline: BootTime?) {
        open = []
        earliestRung = nil
        for index in alerts.indices {
            guard let alert = OpenAlert.of(alerts[index]) else { continue }
            if alert.storyLength > Limits.storyInMemory { report(.grewTooLarge, "the story of \(alert.id)") }
            if open.contains(where: { $0.cause == alert.cause && $0.isTest == alert.isTest }) {
                report(.twoForOneCause, "\(alert.id) \(alert.kind.rawValue)")
            }
            open.append(alert)
            guard alert.isRaised else { continue }
            guard let next = alert.nextRung, let deadline, deadline <= next else {
                report(.ladderStands, "\(alert.id) \(alert.kind.rawValue)")
                continue
            }
            earliestRung = min(earliestRung ?? next, next)
        }
        for id in openEmergencies where !alerts.indices.contains(where: { alerts[$0].id == id }) {
            report(.emergencyDropped, "\(id) is no longer known")
        }
        if alerts.count > Limits.closedAlertsInMemory + 64 { report(.grewTooLarge, "\(alerts.count) alerts") }
    }
}

/// What the oracle keeps of an alert that is open.
struct OpenAlert: Sendable {
    var id: AlertID
    var cause: Cause
    var kind: AlertKind
    var device: DeviceID?
    var isTest: Bool
    var isRaised: Bool
    var nextRung: BootTime?
    var storyLength: Int

    /// Nil for one that is not open. A function and no initialiser, because that would copy the whole alert.
    static func of(_ alert: Alert) -> OpenAlert? {
        switch alert.state {
        case .closed, .cancelled: return nil
        case .pending, .raised, .acknowledged: break
        }
        return OpenAlert(
            id: alert.id, cause: alert.cause, kind: alert.kind, device: alert.device, isTest: alert.isTest,
            isRaised: alert.state == .raised, nextRung: alert.ladder?.next, storyLength: alert.story.count)
    }
}
