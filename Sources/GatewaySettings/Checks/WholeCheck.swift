internal import DeviceProtocols
internal import GatewayCore

// What only the whole can tell: who is never told, what is never watched.
extension SettingsBuilder {
    func checkWhole() {
        checkLadders()
        checkWatched()
        checkTags()
        checkUses()
        checkRungs()
        checkSupervision()
        checkPacks()
    }

    /// An emergency that nobody is told would be silent.
    private func checkLadders() {
        let ladders = known["escalation"] ?? []
        let isMissing = { (priority: Priority) in
            // An escalation that could not be read has been reported.
            self.escalationByPriority[priority] == nil && !ladders.contains(priority.rawValue)
        }
        if isMissing(.emergency) {
            reading.log.error(
                .emergencyWithoutLadder, root.place, "emergencies have no escalation: nobody would be told",
                hint: "add an escalation called `emergency`, or `priorities: {emergency: {escalation: …}}`")
        }
        if isMissing(.fault) {
            reading.log.warning(
                .faultWithoutLadder, root.place,
                "faults have no escalation: nobody would be told that the gateway cannot see or speak",
                hint: "add an escalation called `fault`, or `priorities: {fault: {escalation: …}}`")
        }
        for rule in rules where rule.thing.common.escalation == nil {
            let priority = rule.thing.common.priority
            guard priority != .emergency, priority != .fault, isMissing(priority) else { continue }
            reading.log.error(
                .priorityWithoutLadder, rule.place,
                "rule `\(rule.thing.common.id)` raises alerts of the priority \(priority.rawValue), "
                    + "which have no escalation",
                hint: "add an escalation called `\(priority.rawValue)`, or `escalation: …` to the rule")
        }
    }

    /// A pendant without a rule is a pendant that nobody hears.
    private func checkWatched() {
        guard rules.count == known["rule"]?.count else { return }
        var watched = Set<WatchedCapability>()
        for rule in rules { watched.formUnion(rule.thing.watched) }
        for device in enrolled where devices[device.thing.id]?.visitor == nil {
            let unheard = device.thing.profile.capabilities.filter {
                $0.isAlarmClass && $0 != .cancel && !watched.contains(WatchedCapability(device.thing.id, $0))
            }
            guard !unheard.isEmpty else { continue }
            reading.log.warning(
                .nobodyHears, device.place,
                "no rule watches \(unheard.map(\.rawValue).joined(separator: " and ")) "
                    + "of device `\(device.thing.id)`: nobody would hear of it",
                hint: "add it to the `devices` of a rule")
        }
    }

    /// A tag begins and ends visits; were it also a help button, each of them would be an alert.
    private func checkTags() {
        for rule in rules {
            for watched in rule.thing.watched where watched.capability == .helpCall {
                guard let device = devices[watched.device], let visitor = device.visitor else { continue }
                reading.log.warning(
                    .tagAsHelpButton, rule.place,
                    "rule `\(rule.thing.common.id)` takes device `\(device.id)` for a call for help, "
                        + "which is the tag of visitor `\(visitor)`",
                    hint: "leave it out of the rule: each coming and going would be an alert")
            }
        }
    }

    private func checkUses() {
        let told = Set(escalations.flatMap { $0.thing.rungs.flatMap(\.contacts) })
        if escalations.count == known["escalation"]?.count {
            for contact in contacts where !told.contains(contact.thing.id) {
                reading.log.warning(
                    .contactOnNoRung, contact.place, "contact `\(contact.thing.id)` is on no rung of any escalation")
            }
        }
        let ways = Set(contacts.flatMap(\.thing.channels))
        if contacts.count == known["contact"]?.count {
            for channel in channels where !ways.contains(channel.thing.id) {
                reading.log.warning(
                    .channelOfNobody, channel.place, "channel `\(channel.thing.id)` belongs to no contact")
            }
        }
        let climbed = Set(escalationByPriority.values).union(rules.compactMap(\.thing.common.escalation))
        guard rules.count == known["rule"]?.count else { return }
        for escalation in escalations where !climbed.contains(escalation.thing.id) {
            reading.log.warning(
                .unusedLadder, escalation.place,
                "escalation `\(escalation.thing.id)` is used by no priority and no rule")
        }
    }
}
