internal import GatewayCore

// `packs`: rules that come with the product, and what the home's own `rules` change of them.
extension SettingsBuilder {
    /// A rule as it is to be read: the home's own, a pack's, or a pack's with what the home changes.
    struct RuleEntry {
        var id: String
        /// Where the home names it, or its pack.
        var place: Place
        var value: Value
        var pack: RulePack?
        /// The home has settings of its own for the pack's rule.
        var isChanged = false

        var what: String { "rule `\(id)`" + (pack.map { " of the pack `\($0.name)`" } ?? "") }
    }

    /// A pack's rule for emergencies that the home does without.
    struct SwitchedOff {
        var rule: String
        var kind: RuleKind
        var pack: RulePack
        var place: Place
    }

    /// The rules to read: the home's own in their order, then those of the packs that it changes nothing of.
    func ruleEntries() -> [RuleEntry] {
        let own = root.rules
        let used = usedPacks()
        var packRules: [String: (pack: RulePack, settings: [Value.Pair])] = [:]
        for (pack, _, content) in used {
            packUses.append(PackUse(pack: pack, tellsOf: content.tellsOf))
            for (name, settings) in content.rules { packRules[name] = (pack, settings) }
        }
        var found: [RuleEntry] = []
        for entry in own {
            guard let (pack, settings) = packRules.removeValue(forKey: entry.id) else {
                if isOwn(entry, among: used.flatMap { $0.content.rules.map(\.name) }) {
                    found.append(RuleEntry(id: entry.id, place: entry.place, value: entry.value))
                }
                continue
            }
            if let changed = change(settings, of: pack, by: entry) { found.append(changed) }
        }
        for (pack, place, content) in used {
            for (name, settings) in content.rules where packRules[name] != nil {
                let value = Value(place: place, content: .map(settings)).moved(to: place)
                found.append(RuleEntry(id: name, place: place, value: value, pack: pack))
            }
        }
        if found.count > Limits.rules, let pair = root.pairs["packs"] {
            reading.log.error(
                .wrongCount, pair.keyPlace,
                "with its packs the home has \(found.count) rules; at most \(Limits.rules) are allowed")
        }
        known["rule"] = Names(own.map(\.id).filter { !isSwitchedOff($0) } + found.map(\.id))
        return found
    }

    private func usedPacks() -> [(pack: RulePack, place: Place, content: RulePack.Content)] {
        let names = Names(RulePack.allCases.map(\.name))
        known["pack"] = names
        guard let named = root.packs else { return [] }
        return named.compactMap { id, place in
            RulePack(rawValue: id).map { pack in
                reading.count(pack.text)
                return (pack, place, pack.read())
            }
        }
    }

    /// A rule without a kind, or one that is switched off, was probably meant to be a pack's.
    private func isOwn(_ entry: Entry<RuleHead>, among names: [String]) -> Bool {
        guard let pairs = entry.value.pairs else { return true }
        let off = pairs.first { $0.key == "off" }
        guard off != nil || !names.isEmpty && !pairs.contains(where: { $0.key == "kind" }) else { return true }
        let owner = RulePack.allCases.first { $0.read().rules.contains { $0.name == entry.id } }
        let hint =
            if let owner {
                "add its pack: `packs: [\(owner.name)]`"
            } else {
                Suggestion.nearest(to: entry.id, among: names).map { "did you mean `\($0)`?" }
                    ?? (off == nil ? "a rule of one's own has a `kind`" : "leave the rule out")
            }
        reading.log.error(
            .notOfAPack, off?.keyPlace ?? entry.place,
            "rule `\(entry.id)` is not one of the packs of this home"
                + (off == nil ? ", and has no `kind`" : ": only theirs can be switched off"),
            hint: hint)
        return false
    }

    /// The pack's settings, key by key replaced by the home's. Nil where the rule is switched off.
    private func change(_ settings: [Value.Pair], of pack: RulePack, by entry: Entry<RuleHead>) -> RuleEntry? {
        guard let pairs = entry.value.pairs else {
            // What is wrong with it is said where it is read.
            return RuleEntry(id: entry.id, place: entry.place, value: entry.value, pack: pack, isChanged: true)
        }
        let kind = settings.first { $0.key == "kind" }?.value.plainText ?? ""
        if let own = pairs.first(where: { $0.key == "kind" }), own.value.plainText != kind {
            reading.log.error(
                .kindOfPackDiffers, own.value.place,
                "rule `\(entry.id)` of the pack `\(pack.name)` is of the kind `\(kind)`",
                hint: "leave `kind` out, or give a rule of your own another name")
            return nil
        }
        if let off = pairs.first(where: { $0.key == "off" }), reading.flag(off.value, name: "off") ?? true {
            switchOff(entry, kind, pack, beside: pairs.filter { $0.key != "off" })
            return nil
        }
        let written = pairs.filter { $0.key != "off" }
        let without = left(out: written, of: settings, kind, entry, pack)
        let changes = written.filter { !without.contains($0.key) }
        var combined = changes
        for pair in settings where !written.contains(where: { $0.key == pair.key }) {
            combined.append(
                Value.Pair(key: pair.key, keyPlace: entry.place, value: pair.value.moved(to: entry.place)))
        }
        let value = Value(place: entry.value.place, content: .map(combined))
        return RuleEntry(id: entry.id, place: entry.place, value: value, pack: pack, isChanged: true)
    }

    /// The pack's settings that the home does without: `pre_alert: none`. One that the kind cannot do without is an
    /// error.
    private func left(
        out changes: [Value.Pair], of settings: [Value.Pair], _ kind: String, _ entry: Entry<RuleHead>,
        _ pack: RulePack
    ) -> Set<String> {
        let own = kinds.first { $0.kind.name == kind }?.kind
        var found: Set<String> = []
        for change in changes where change.value.plainText == "none" {
            guard settings.contains(where: { $0.key == change.key }) else { continue }
            found.insert(change.key)
            let isField = own?.fields.contains { $0.name == change.key && $0.isRequired } ?? false
            let isReplaced = change.key == "devices" && changes.contains { $0.key == "rooms" }
            let isNeeded = isField && !isReplaced || change.key == "window" && own?.windowUse == .required
            guard isNeeded else { continue }
            reading.log.error(
                .missingKey, change.value.place,
                "rule `\(entry.id)` of the pack `\(pack.name)` cannot do without `\(change.key)`",
                hint: "give it another value; `off: true` does without the rule")
        }
        return found
    }

    private func switchOff(_ entry: Entry<RuleHead>, _ kind: String, _ pack: RulePack, beside others: [Value.Pair]) {
        if let other = others.first {
            reading.log.error(
                .switchedOffAndSet, other.keyPlace,
                "rule `\(entry.id)` is switched off, so that `\(other.key)` says nothing",
                hint: "leave `\(other.key)` out, or `off`")
        }
        note(pack) { $0.switchedOff.append(RuleID(entry.id)) }
        guard let type = kinds.first(where: { $0.kind.name == kind }), type.kind.defaultPriority == .emergency else {
            return
        }
        switchedOff.append(SwitchedOff(rule: entry.id, kind: type.kind, pack: pack, place: entry.place))
    }

    private func isSwitchedOff(_ id: String) -> Bool {
        packUses.contains { $0.switchedOff.contains(RuleID(id)) }
    }

    func note(_ pack: RulePack, _ change: (inout PackUse) -> Void) {
        guard let place = packUses.firstIndex(where: { $0.pack == pack }) else { return }
        change(&packUses[place])
    }

    /// A pack's rule that no device of the home can serve: nobody is to be bothered with it, save who set it.
    func leaveOut(_ entry: RuleEntry, of pack: RulePack, needing needs: [Capability]) {
        note(pack) { $0.leftOut.append(PackUse.LeftOut(rule: RuleID(entry.id), needs: needs)) }
        known["rule"] = Names((known["rule"]?.ordered ?? []).filter { $0 != entry.id })
        guard entry.isChanged else { return }
        reading.log.warning(
            .packRuleUnserved, entry.place,
            "\(entry.what) watches nothing: no device of this home tells "
                + needs.prefix(8).map(\.rawValue).joined(separator: ", "),
            hint: "it is left out until one does")
    }
}
