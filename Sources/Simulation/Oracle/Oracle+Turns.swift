internal import GatewayCore

extension Oracle {
    mutating func arrive(_ number: Int64, _ reading: Reading) {
        readingsOfTurn.append(reading)
        guard reading.freshness == .live, isCall(reading.device, reading.capability) else { return }
        pressesOfTurn.append((number, reading))
    }

    mutating func judge(_ decision: Decision, _ moment: Moment) {
        followClock(moment)
        var opening: [Alert] = []
        knownBefore = [:]
        var isCalled: Set<Call> = []
        for change in decision.changes {
            switch change {
            case .reading(let reading): facts.take(reading)
            case .alert(let alert):
                isTouched = true
                waiting.follow(alert, at: moment.boot)
                if let edge = edges.take(alert) {
                    if !AlertEdge.lawful.contains(edge) {
                        report(.wrongEdge, "\(alert.id) goes from \(edge.name)")
                    }
                    if edge.to == .raised, alert.priority == .emergency, hasLadder(alert.cause, alert.priority) {
                        demandOrder(of: alert.id, in: decision)
                    }
                }
                if opened.add(alert.id) { opening.append(alert) }
                if let device = alert.device {
                    let watched = KnownFacts.Watched(device: device, kind: alert.kind)
                    if knownBefore[watched] == nil { knownBefore[watched] = facts.fact(device, alert.kind) }
                    facts.markAlerted(device, alert.kind)
                    if !pressesOfTurn.isEmpty { isCalled.insert(Call(device: device, kind: alert.kind)) }
                }
            default: break
            }
        }
        if given == nil, decision.changes.count > SimulationLimits.changesOfTurn {
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

    /// Whether there is somebody to tell of it.
    private func hasLadder(_ cause: Cause, _ priority: Priority) -> Bool {
        given?.hasLadder(cause, priority) ?? true
    }

    /// Neither quiet hours nor other messages hold an emergency back: it is ordered in the turn that raises it.
    private mutating func demandOrder(of id: AlertID, in decision: Decision) {
        let isOrdered = decision.changes.contains { change in
            if case .delivery(let delivery) = change { delivery.alert == id && delivery.kind == .raised } else { false }
        }
        if !isOrdered { report(.emergencyDelayed, "\(id) was raised and nobody was told") }
    }

    /// Quiet hours, grouping and hourly limits end. Quiet hours go by the clock: when it is set back they come again.
    private mutating func demandHeldBack(_ moment: Moment) {
        guard downSince.isEmpty, let steadySince,
            moment.boot - max(steadySince, clockSince ?? steadySince) > SimulationLimits.heldBackAtMost,
            let alert = waiting.since(before: moment.boot - SimulationLimits.heldBackAtMost)
        else { return }
        report(.heldBack, "\(alert) was raised \(SimulationLimits.heldBackAtMost.inWords) ago and more")
    }

    /// Notes when the wall clock was set: what is expected by time of day cannot be judged across that.
    private mutating func followClock(_ moment: Moment) {
        let ahead = Duration.milliseconds(moment.wall.milliseconds) - .nanoseconds(moment.boot.nanoseconds)
        let isSet = ahead > clockAhead + .seconds(2) || clockAhead > ahead + .seconds(2)
        if isSet || clockSince == nil { clockSince = moment.boot }
        // A clock that drifts apart is followed.
        clockAhead = ahead
    }

    /// Each press is an alert, more of one, or the very press that was an alert before.
    private mutating func judgePresses(_ isCalled: Set<Call>) {
        for (number, reading) in pressesOfTurn {
            let call = Call(device: reading.device, kind: reading.capability.calls ?? .helpCall)
            let isAlert =
                isCalled.contains(call) || open.contains { $0.device == call.device && $0.kind == call.kind }
            let isNewest = reading.occurred != nil && reading.occurred == newestPress[call]?.occurred
            let isSame = reading.isRedelivered && (isNewest || recordedPresses.contains(number))
            if !isAlert, !isSame, alertsOfPress[number] == nil {
                report(.pressLost, "message \(number) of \(reading.device) did nothing")
            }
            newestPress[call] = reading
            takenPresses.append(number)
        }
    }

    // MARK: - What the engine holds

    /// Every turn is looked at, and every alert where a turn touched one; else each now and then, in case
    /// the engine changes what it does not say.
    mutating func look(_ alerts: [Alert], _ deliveries: Int, _ deadline: BootTime?, _ moment: Moment) {
        if let deadline, deadline <= moment.boot {
            report(.deadlinePast, "due \((moment.boot - deadline).inWords) ago")
        }
        if given == nil {
            demandWhatLasts(moment)
            demandHeldBack(moment)
        }
        if given == nil, deliveries > SimulationLimits.deliveries { report(.grewTooLarge, "\(deliveries) deliveries") }
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
            guard alert.isRaised, !alert.isShadow, hasLadder(alert.cause, alert.priority) else { continue }
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
    var priority: Priority
    var device: DeviceID?
    var isTest: Bool
    var isRaised: Bool
    var isShadow: Bool
    var nextRung: BootTime?
    var storyLength: Int

    /// Nil for one that is not open. A function and no initialiser, because that would copy the whole alert.
    static func of(_ alert: Alert) -> OpenAlert? {
        switch alert.state {
        case .closed, .cancelled: return nil
        case .pending, .raised, .acknowledged: break
        }
        return OpenAlert(
            id: alert.id, cause: alert.cause, kind: alert.kind, priority: alert.priority, device: alert.device,
            isTest: alert.isTest, isRaised: alert.state == .raised, isShadow: alert.isShadow,
            nextRung: alert.ladder?.next, storyLength: alert.story.count)
    }
}
