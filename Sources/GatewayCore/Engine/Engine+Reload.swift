extension Engine {
    /// Replaces the plan, keeping everything that still has its place in the new one.
    mutating func replace(plan newPlan: Plan) {
        let remembered = rules.map(\.stored)
        plan = newPlan
        devices = DeviceBook(
            devices: newPlan.home.devices, known: devices.states, outages: gateway.outages,
            begun: gateway.begun ?? now.boot)
        settle(rules: newPlan.rules, remembering: remembered)
        introduceNewRules()
        for index in rules.indices { ruleDeadlines[index] = rules[index].deadline(context) }
        forgetVanishedPaths()
        retellOverRemainingChannels()
        standOnRemainingLadders()
        isGatewayTouched = true
        decision.mustBeDurable = true
    }

    /// A path that is no longer configured is no longer down.
    private mutating func forgetVanishedPaths() {
        for down in gateway.downPaths {
            let isThere: Bool
            switch down.path {
            case .intake(let id):
                isThere =
                    plan.home.devices.contains { $0.intake == id } || plan.home.bridges.contains { $0.intake == id }
            case .bridge(let id): isThere = plan.home.bridges.contains { $0.id == id }
            case .channel(let id): isThere = plan.channels.contains { $0.id == id }
            case .output(let id): isThere = plan.home.outputs.contains { $0.id == id }
            case .storage, .clock, .settings: isThere = true
            }
            if !isThere { take(down.path, .up) }
        }
    }

    /// A delivery over a channel that is gone goes to the contact's channels as they are now.
    private mutating func retellOverRemainingChannels() {
        let stranded = deliveries.filter { delivery in
            !plan.channels.contains { $0.id == delivery.channel }
        }
        for delivery in stranded {
            withdrawDeliveries(of: delivery.alert) { $0 == delivery.kind }
            order(delivery.kind, of: delivery.alert, to: delivery.contact)
        }
    }

    /// An alert on a ladder or rung that is gone begins at the top of the one that is its now.
    private mutating func standOnRemainingLadders() {
        for alert in alerts where alert.isOpen {
            guard let ladder = alert.ladder else {
                if case .raised = alert.state { beginLadder(alert.id) }
                continue
            }
            let rungs = plan.escalation(ladder.escalation)?.rungs.count ?? 0
            if case .rung(let index) = ladder.step, index < rungs { continue }
            if ladder.step == .lastAction, rungs > 0 { continue }
            beginLadder(alert.id)
        }
    }
}
