extension Engine {
    /// Replaces the plan, keeping everything that still has its place in the new one.
    mutating func replace(plan newPlan: Plan) {
        let remembered = rules.map(\.stored)
        plan = newPlan
        lookAtNight()
        devices = devices.rearranged(for: newPlan.home.devices, outages: gateway.outages)
        isClearingStale = true
        settle(rules: newPlan.rules, remembering: remembered)
        forgetVanishedDevices()
        judgePaths()
        introduceNewRules()
        fitToPlan()
        followMode()
        for index in rules.indices { ruleDeadlines[index] = rules[index].deadline(context) }
        isGatewayTouched = true
        decision.mustBeDurable = true
    }

    /// What is open and under way finds its place in the plan, after a reload as after a restart with other
    /// settings.
    mutating func fitToPlan() {
        forgetVanishedPaths()
        forgetVanishedOutputs()
        closeVanishedFaults()
        retellOverRemainingChannels()
        standOnRemainingLadders()
    }

    /// A fault of a device or rule that is gone can no longer end by itself. What matters more than a fault
    /// is closed by a person.
    private mutating func closeVanishedFaults() {
        for alert in alerts where alert.isOpen && alert.priority <= .fault {
            guard case .rule(let rule, let device, _) = alert.cause else { continue }
            let isThere = rules.contains { $0.common.id == rule }
            if isThere, device.map({ plan.home.device($0) != nil }) ?? true { continue }
            tell(alert.id, .note, "The settings no longer name what this is about.")
            finish(alert.id, Closure(by: nil, outcome: .cleared, at: now))
        }
    }

    /// A device that is gone, or that nobody supervises any more, is silent no longer.
    private mutating func forgetVanishedDevices() {
        let silent = (gateway.silentDevices ?? []).filter { entry in
            rules.contains { $0.kind.name == SilenceRule.kind.name && $0.watches(entry.device) }
        }
        gateway.silentDevices = silent.isEmpty ? nil : silent
        let visits = visits.filter { plan.home.visitor($0.visitor) != nil }
        gateway.visits = visits.isEmpty ? nil : visits
        isSightStale = true
        reviewSight()
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
            if !isThere || down.isQuiet == true && !isJudged(down.path) { comeBack(down.path) }
        }
    }

    /// A delivery over a channel that is gone, or can no longer tell all of it, goes to the contact's channels
    /// as they are now.
    private mutating func retellOverRemainingChannels() {
        let stranded = deliveries.filter { delivery in
            guard let channel = plan.channel(delivery.channel) else { return true }
            return delivery.also != nil && !channel.carriesSeveral
        }
        for delivery in stranded {
            split(delivery, among: delivery.alerts)
        }
    }

    /// An alert on a ladder or rung that is gone begins at the top of the one that is its now.
    private mutating func standOnRemainingLadders() {
        for alert in alerts where alert.isOpen && !alert.isShadow {
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
