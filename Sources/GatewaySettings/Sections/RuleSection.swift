internal import GatewayCore

// `rules`: read by the shapes that each kind declares. No kind is named here.
extension SettingsBuilder {
    func readRules() {
        for entry in entries("rules", of: "rule", limit: Limits.rules) {
            guard let table = table(entry, of: "rule") else { continue }
            let names = kinds.map { $0.kind.name }
            guard let name = table.text("kind", required: true, hint: "possible: " + names.joined(separator: ", "))
            else { continue }
            guard let type = kinds.first(where: { $0.kind.name == name }) else {
                reading.log.error(
                    .unknownRuleKind, table.place(of: "kind"), "there is no kind of rule `\(name)`",
                    hint: Suggestion.hint(for: name, among: names))
                continue
            }
            readRule(entry, table, type)
        }
    }

    private func readRule(_ entry: Table.Entry, _ table: Table, _ type: any Rule.Type) {
        let kind = type.kind
        let errorsBefore = reading.log.errorCount
        var fields = RuleFieldReader(builder: self, table: table)
        for field in kind.fields { fields.read(field) }
        fields.checkTogether(kind)
        var common = RuleCommon(
            id: RuleID(entry.id), title: table.text("title") ?? entry.id,
            priority: table.choice("priority", Priority.self) ?? kind.defaultPriority,
            preAlert: preAlert(table, kind),
            cancelBySecondPress: table.flag("cancel_by_second_press") ?? false,
            escalation: reference("escalation", in: table, to: "escalation").map { EscalationID($0) })
        var modifiers = RuleModifierReader(builder: self, table: table, kind: kind)
        modifiers.read(into: &common)
        table.finish(otherwise: Self.settings(of: kind))
        // A rule is only made of values that fit; what does not has been reported.
        guard reading.log.errorCount == errorsBefore else { return }
        common.fingerprint = RuleFingerprint.text(
            kind: kind.name, common: common, values: fields.canonical.merging(modifiers.canonical) { $1 })
        let rule = type.init(common: common, values: RuleValues(fields.values, home: home.devices))
        rules.append(Named(thing: rule, place: entry.place))
        checkWeight(rule, at: table.has("priority") ? table.place(of: "priority") : entry.place)
    }

    /// "the kind `hazard` has `devices`, beside what every rule may have".
    private static func settings(of kind: RuleKind) -> String {
        let own = kind.fields.map { "`\($0.name)`" }.joined(separator: ", ")
        return "the kind `\(kind.name)` has \(own), beside what every rule may have"
    }

    private func preAlert(_ table: Table, _ kind: RuleKind) -> Duration {
        let given = table.duration("pre_alert", .zero...SettingsLimits.longestPreAlert)
        guard let given, given > .zero else { return given ?? kind.defaultPreAlert }
        if !kind.allowsPreAlert {
            reading.log.error(
                .preAlertNotForKind, table.place(of: "pre_alert"),
                "a rule of the kind `\(kind.name)` has no pre-alert: nobody may lose time to cancel it",
                hint: "leave `pre_alert` out")
        }
        return given
    }

    /// What can cost a life is an emergency. Less is possible, for a door bell or a cellar, but said aloud.
    private func checkWeight(_ rule: any Rule, at place: Place) {
        let grave: [Capability] = [.helpCall, .fall, .smoke, .heat, .carbonMonoxide, .gas]
        guard rule.common.priority < .emergency,
            let found = rule.watched.first(where: { grave.contains($0.capability) })
        else { return }
        reading.log.warning(
            .graveButNoEmergency, place,
            "rule `\(rule.common.id)` makes \(found.capability.rawValue) of device `\(found.device)` no emergency",
            hint: "alerts below `emergency` may be held back and end unheard")
    }
}
