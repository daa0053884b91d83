internal import GatewayCore

// `escalations` and `priorities`: who is told in which order, and which ladder an alert climbs.
extension SettingsBuilder {
    func readEscalations() {
        for entry in root.escalations {
            guard let table = entry.table(in: reading) else { continue }
            let rungs = rungs(table)
            let lastAction = table.lastAction ?? []
            checkCanSwitch(lastAction)
            var after = Duration.minutes(2)
            var limit = Duration.minutes(30)
            if let pause = table.pause {
                after = pause.after
                limit = pause.limit ?? max(limit, after)
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

    private func rungs(_ table: Table<EscalationShape>) -> [Rung] {
        guard let rungs = table.rungs else { return [] }
        let pair = rungs.pair
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
            guard let rung = rungs.table(item, what: what, in: reading) else { return nil }
            let contacts = rung.tell ?? []
            let wait = rung.wait
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
        for entry in root.priorities {
            guard let priority = Priority(rawValue: entry.id) else {
                reading.log.error(
                    .unknownWord, entry.place, "there is no priority `\(entry.id)`",
                    hint: Suggestion.hint(for: entry.id, among: Priority.allCases.reversed().map(\.rawValue)))
                continue
            }
            guard let table = entry.table(in: reading) else { continue }
            if let id = table.escalation {
                escalationByPriority[priority] = EscalationID(id)
            }
            acknowledgementHolds[priority] = table.acknowledgementHolds
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
