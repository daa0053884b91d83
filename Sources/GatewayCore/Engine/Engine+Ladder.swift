extension Engine {
    /// Tells the first rung. A ladder goes on for as long as nobody has taken the alert: it is never given
    /// up and never silent.
    mutating func beginLadder(_ id: AlertID) {
        guard let place = place(of: id) else { return }
        guard let escalation = escalation(of: alerts[place]) else {
            alerts[place].ladder = nil
            tellOnce(id, .note, "The settings name nobody to tell of this.")
            touch(id)
            return
        }
        let rounds = alerts[place].ladder.map { $0.round + 1 } ?? 0
        stand(id, on: 0, of: escalation, round: rounds)
    }

    /// The wait of the current step is over and nobody took it: the next rung, the last action, or again
    /// from the top.
    mutating func climb(_ id: AlertID) {
        guard let place = place(of: id), let ladder = alerts[place].ladder else { return }
        guard let escalation = plan.escalation(ladder.escalation) else {
            beginLadder(id)
            return
        }
        announce(hasArrived(id) ? .nobodyYet : .notGettingThrough, id)
        switch ladder.step {
        case .rung(let index) where index + 1 < escalation.rungs.count:
            stand(id, on: index + 1, of: escalation, round: ladder.round)
        case .rung:
            takeLastAction(id, escalation, round: ladder.round)
        case .lastAction:
            stand(id, on: 0, of: escalation, round: ladder.round + 1)
        }
    }

    private mutating func stand(_ id: AlertID, on index: Int, of escalation: Escalation, round: Int) {
        guard let place = place(of: id) else { return }
        let rung = escalation.rungs[index]
        alerts[place].ladder = LadderPosition(
            escalation: escalation.id, round: round, step: .rung(index),
            next: now.boot + holdingBack(alerts[place].priority) + rung.wait)
        let again = round > 0 ? " again (round \(round + 1))" : ""
        tell(id, .rung, "Rung \(index + 1) of \(escalation.rungs.count)\(again): \(names(rung.contacts)).")
        for contact in rung.contacts { order(.raised, of: id, to: contact) }
    }

    private mutating func takeLastAction(_ id: AlertID, _ escalation: Escalation, round: Int) {
        guard let place = place(of: id) else { return }
        alerts[place].ladder = LadderPosition(
            escalation: escalation.id, round: round, step: .lastAction,
            next: now.boot + escalation.pause(afterRound: round))
        touch(id)
        guard !escalation.lastAction.isEmpty else { return }
        let outputs = escalation.lastAction.map { output in
            plan.home.outputs.first { $0.id == output }?.name ?? output.name
        }
        tell(id, .lastAction, "Nobody has taken it. Last action: \(outputs.joined(separator: ", ")).")
        for output in escalation.lastAction {
            drive(output, isOn: true)
            if !gateway.drivenOutputs.contains(output) { gateway.drivenOutputs.append(output) }
            limit(output)
        }
        isGatewayTouched = true
    }

    /// Switches the last action's outputs off when no other open alert still wants them.
    mutating func endLastAction(of id: AlertID) {
        let isWanted = alerts.contains { $0.id != id && $0.isOpen && $0.ladder?.step == .lastAction }
        guard !gateway.drivenOutputs.isEmpty, !isWanted else { return }
        for output in gateway.drivenOutputs {
            drive(output, isOn: false)
            forgetLimit(of: output)
        }
        gateway.releasedOutputs = gateway.drivenOutputs
        gateway.drivenOutputs = []
        isGatewayTouched = true
    }

    func escalation(of alert: Alert) -> Escalation? {
        if case .rule(let id, _, _) = alert.cause,
            let named = rules.first(where: { $0.common.id == id })?.common.escalation
        {
            return plan.escalation(named)
        }
        return plan.escalation(plan.escalationByPriority[alert.priority])
    }

    private func names(_ contacts: [ContactID]) -> String {
        contacts.map { contactName($0) }.joined(separator: ", ")
    }
}
