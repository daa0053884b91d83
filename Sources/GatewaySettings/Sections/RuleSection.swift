internal import GatewayCore

// `rules`: read by the shapes that each kind declares. No kind is named here.
extension SettingsBuilder {
    func readRules() {
        let names = kinds.map { $0.kind.name }
        let head = Declared(RuleHead(names))
        for entry in ruleEntries() {
            let whole = Table(entry.value, head, what: entry.what, place: entry.place, in: reading)
            guard let table = whole, let name = table.kind else { continue }
            guard let type = kinds.first(where: { $0.kind.name == name }) else {
                reading.log.error(
                    .unknownRuleKind, table.place(of: "kind"), "there is no kind of rule `\(name)`",
                    hint: Suggestion.hint(for: name, among: names))
                continue
            }
            readRule(entry, table.becoming(shape(of: type.kind)), type)
        }
    }

    private func shape(of kind: RuleKind) -> Declared<RuleShape> {
        if let shape = ruleShapes[kind.name] { return shape }
        let shape = Declared(RuleShape(kind))
        ruleShapes[kind.name] = shape
        return shape
    }

    private func readRule(_ entry: RuleEntry, _ table: Table<RuleShape>, _ type: any Rule.Type) {
        let kind = type.kind
        let errorsBefore = reading.log.errorCount
        var fields = RuleFieldReader(builder: self, table: table, pack: entry.pack)
        for field in kind.fields { fields.read(field) }
        fields.checkTogether(kind)
        var common = RuleCommon(
            id: RuleID(entry.id), title: table.title ?? entry.id,
            priority: table.priority ?? kind.defaultPriority,
            preAlert: preAlert(table, kind),
            cancelBySecondPress: table.cancelBySecondPress,
            escalation: table.escalation.map { EscalationID($0) })
        var modifiers = RuleModifierReader(builder: self, table: table, kind: kind)
        modifiers.read(into: &common)
        checkSense(kind, fields, common.window, table)
        table.finish(otherwise: Self.settings(of: kind))
        // A rule is only made of values that fit; what does not has been reported.
        guard reading.log.errorCount == errorsBefore else { return }
        common.fingerprint = RuleFingerprint.text(
            kind: kind.name, common: common, values: fields.canonical.merging(modifiers.canonical) { $1 })
        if let pack = entry.pack {
            guard fields.unserved.isEmpty else { return leaveOut(entry, of: pack, needing: fields.unserved) }
            note(pack) { $0.rules.append(common.id) }
        }
        let rule = type.init(common: common, values: RuleValues(fields.values, home: home.devices))
        rules.append(Named(thing: rule, place: entry.place))
        checkWeight(rule, at: table.has("priority") ? table.place(of: "priority") : entry.place)
    }

    /// "the kind `hazard` has `devices`, beside what every rule may have".
    private static func settings(of kind: RuleKind) -> String {
        let own = kind.fields.map { "`\($0.name)`" }.joined(separator: ", ")
        return "the kind `\(kind.name)` has \(own), beside what every rule may have"
    }

    private func preAlert(_ table: Table<RuleShape>, _ kind: RuleKind) -> Duration {
        let given = table.preAlert
        guard let given, given > .zero else { return given ?? kind.defaultPreAlert }
        if !kind.allowsPreAlert {
            reading.log.error(
                .preAlertNotForKind, table.place(of: "pre_alert"),
                "a rule of the kind `\(kind.name)` has no pre-alert: nobody may lose time to cancel it",
                hint: "leave `pre_alert` out")
        }
        return given
    }

    /// What can cost a life is an emergency. Less is possible, for a door bell or a cellar, but said aloud. To a rule
    /// about activity or silence a press is only a sign of life: the call itself is another rule's.
    private func checkWeight(_ rule: any Rule, at place: Place) {
        if rule is InactivityRule || rule is MissedRule || rule is BaselineRule || rule is SilenceRule { return }
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
