internal import GatewayCore

// What of a ladder nobody would notice before the night on which it is climbed.
extension SettingsBuilder {
    func checkRungs() {
        let climbedByEmergencies = emergencyLadders
        for escalation in escalations {
            let rungs = rungValues(of: escalation.thing.id)
            // A rung that could not be read has been reported.
            guard rungs.count == escalation.thing.rungs.count else { continue }
            checkNews(escalation.thing, rungs)
            guard climbedByEmergencies.contains(escalation.thing.id) else { continue }
            checkPatience(escalation.thing, rungs)
            checkCanHelp(escalation)
        }
        checkCalm()
    }

    private var emergencyLadders: Set<EscalationID> {
        var ladders = Set(escalationByPriority[.emergency].map { [$0] } ?? [])
        for rule in rules where rule.thing.common.priority == .emergency {
            if let own = rule.thing.common.escalation { ladders.insert(own) }
        }
        return ladders
    }

    /// The rungs as they stand in the file.
    private func rungValues(of id: EscalationID) -> [Value] {
        guard case .list(let items) = root.pairs["escalations"]?.value.at(id.name, "rungs")?.content else { return [] }
        return items
    }

    /// A rung that tells only who has been told already reaches nobody: the ladder repeats by itself.
    private func checkNews(_ escalation: Escalation, _ rungs: [Value]) {
        var first: [ContactID: Int] = [:]
        for (index, rung) in escalation.rungs.enumerated() {
            let isNews = rung.contacts.contains { first[$0] == nil }
            for contact in rung.contacts where first[contact] == nil { first[contact] = index }
            guard !isNews, let earlier = rung.contacts.compactMap({ first[$0] }).min() else { continue }
            let names = rung.contacts.map { "`\($0)`" }.joined(separator: " and ")
            reading.log.warning(
                .rungTellsNobodyNew, rungs[index].at("tell")?.place ?? rungs[index].place,
                "rung \(index + 1) of escalation `\(escalation.id)` tells nobody new: \(names) was told before",
                hint: "leave the rung out; the ladder begins again by itself (`repeat`)",
                related: [(rungs[earlier].at("tell")?.place ?? rungs[earlier].place, "already told")])
        }
    }

    /// In an emergency nobody waits for hours until the next is asked.
    private func checkPatience(_ escalation: Escalation, _ rungs: [Value]) {
        for (index, rung) in escalation.rungs.enumerated() where rung.wait > SettingsLimits.emergencyPatience {
            let isLast = index == escalation.rungs.count - 1 && escalation.lastAction.isEmpty
            guard !isLast else { continue }
            let next = index == escalation.rungs.count - 1 ? "the last action" : "rung \(index + 2)"
            reading.log.warning(
                .emergencyWaits, rungs[index].at("wait")?.place ?? rungs[index].place,
                "in an emergency \(next) of escalation `\(escalation.id)` comes only "
                    + "\(DurationText.write(rung.wait)) after rung \(index + 1)",
                hint: "some minutes are usual; at most \(DurationText.write(SettingsLimits.emergencyPatience))")
        }
    }

    /// Somebody on the ladder must learn who needs help, and where.
    private func checkCanHelp(_ escalation: Named<Escalation>) {
        let told = Set(escalation.thing.rungs.flatMap(\.contacts))
        let known = contacts.map(\.thing).filter { told.contains($0.id) }
        guard known.count == told.count else { return }
        let seen = known.reduce(into: SharedData()) { $0.formUnion($1.shares) }
        let missing = SharedData.names.filter { [.name, .address].contains($0.1) && !seen.contains($0.1) }.map(\.0)
        guard !missing.isEmpty else { return }
        reading.log.warning(
            .nobodyCanHelp, escalation.place,
            "nobody on escalation `\(escalation.thing.id)` may see the \(missing.joined(separator: " and the ")): "
                + "who comes in an emergency would not know "
                + (missing.contains("address") ? "where to go" : "who needs help"),
            hint: "add `\(missing.joined(separator: "` and `"))` to what a contact `shares`")
    }

    /// An emergency that somebody took long ago, and that nobody asks about again, is a silent one.
    private func checkCalm() {
        guard let hold = acknowledgementHolds[.emergency], hold > SettingsLimits.longestEmergencyCalm,
            let value = root.pairs["priorities"]?.value.at(Priority.emergency.rawValue, "acknowledgement_holds")
        else { return }
        reading.log.warning(
            .emergencySleeps, value.place,
            "an emergency that somebody took would not be asked about again for \(DurationText.write(hold))",
            hint: "at most \(DurationText.write(SettingsLimits.longestEmergencyCalm)); the usual is "
                + DurationText.write(Plan.defaultHold(.emergency)))
    }
}

extension Value {
    /// What stands under these keys, one within the other; nil where there is no such thing.
    func at(_ keys: String...) -> Value? {
        var found = self
        for key in keys {
            guard case .map(let pairs) = found.content, let pair = pairs.first(where: { $0.key == key }) else {
                return nil
            }
            found = pair.value
        }
        return found
    }
}
