internal import GatewayCore

// `escalations` and `priorities`: who is told in which order, and which ladder an alert climbs.
extension SettingsBuilder {
    func readEscalations() {
        for entry in entries("escalations", of: "escalation", limit: SettingsLimits.escalations) {
            guard let table = table(entry, of: "escalation") else { continue }
            let rungs = rungs(table)
            let lastAction = table.has("last_action") ? references("last_action", in: table, to: "output") ?? [] : []
            _ = table.pair("last_action")
            checkCanSwitch(lastAction)
            var after = Duration.minutes(2)
            var limit = Duration.minutes(30)
            if let pause = table.table("repeat") {
                after = pause.duration("after", SettingsLimits.repeats) ?? after
                limit = pause.duration("limit", SettingsLimits.repeats) ?? max(limit, after)
                pause.finish()
                if limit < after {
                    reading.log.error(
                        .repeatsEndTooSoon, pause.place(of: "limit"),
                        "the repeats of escalation `\(entry.id)` end before they begin",
                        hint: "`limit` is the longest pause; make it at least \(DurationText.write(after))")
                }
            }
            table.finish()
            guard !rungs.isEmpty, limit >= after else { continue }
            let escalation = Escalation(
                id: EscalationID(entry.id), rungs: rungs, lastAction: lastAction.map { OutputID($0.id) },
                repeatAfter: after, repeatLimit: limit)
            escalations.append(Named(thing: escalation, place: entry.place))
        }
    }

    private func rungs(_ table: Table) -> [Rung] {
        guard let pair = table.pair("rungs", required: true, hint: "rungs: [{tell: [anna], wait: 2m}]") else {
            return []
        }
        guard case .list(let items) = pair.value.content else {
            reading.log.error(
                .wrongForm, pair.value.place, "`rungs` is \(pair.value.form), where a list of rungs belongs")
            return []
        }
        guard !items.isEmpty, items.count <= SettingsLimits.rungs else {
            reading.log.error(
                .wrongCount, pair.keyPlace,
                "\(table.what) has \(items.count) rungs; it must have 1 to \(SettingsLimits.rungs)")
            return []
        }
        return items.enumerated().compactMap { index, item in
            let what = "rung \(index + 1) of \(table.what)"
            guard let rung = Table(item, what: what, in: reading) else { return nil }
            let contacts = references("tell", in: rung, to: "contact", required: true) ?? []
            let wait = rung.duration(
                "wait", SettingsLimits.rungWaits, required: true, hint: "how long to wait for an acknowledgement")
            rung.finish()
            guard !contacts.isEmpty, let wait else { return nil }
            return Rung(contacts: contacts.map { ContactID($0.id) }, wait: wait)
        }
    }

    private func checkCanSwitch(_ named: [(id: String, place: Place)]) {
        for (id, place) in named {
            guard let output = outputs.first(where: { $0.thing.id.name == id }) else { continue }
            if case .mqtt(let mqtt) = output.thing.connection, mqtt.on == nil {
                reading.log.error(.outputCannotSwitch, place, "output `\(id)` cannot be switched on: it has no `on`")
            }
        }
    }

    func readPriorities() {
        let entries = root.entries("priorities", of: "priority", limit: Priority.allCases.count)
        for entry in entries {
            guard let priority = Priority(rawValue: entry.id) else {
                reading.log.error(
                    .unknownWord, entry.place, "there is no priority `\(entry.id)`",
                    hint: Suggestion.hint(for: entry.id, among: Priority.allCases.reversed().map(\.rawValue)))
                continue
            }
            guard let table = table(entry, of: "priority") else { continue }
            if let id = reference("escalation", in: table, to: "escalation") {
                escalationByPriority[priority] = EscalationID(id)
            }
            acknowledgementHolds[priority] = table.duration(
                "acknowledgement_holds", SettingsLimits.acknowledgementHolds)
            table.finish()
        }
        // An escalation that is called like a priority is that priority's, unless it has another.
        for escalation in escalations {
            guard let priority = Priority(rawValue: escalation.thing.id.name), escalationByPriority[priority] == nil
            else { continue }
            escalationByPriority[priority] = escalation.thing.id
        }
    }
}
