internal import GatewayCore

// What packs and the home's own rules make together.
extension SettingsBuilder {
    func checkPacks() {
        guard rules.count == known["rule"]?.count else { return }
        for off in switchedOff where !rules.contains(where: { type(of: $0.thing).kind.name == off.kind.name }) {
            reading.log.warning(
                .emergencySwitchedOff, off.place,
                "emergency rule `\(off.rule)` of the pack `\(off.pack.name)` is switched off, and no other rule is of "
                    + "the kind `\(off.kind.name)`: \(off.kind.blindness)",
                hint: "change its settings instead, or write a rule of your own")
        }
        checkTwice()
    }

    /// A press that two rules take is two alerts for one call.
    private func checkTwice() {
        let ofPacks = Set(packUses.flatMap(\.rules))
        for own in rules where !ofPacks.contains(own.thing.common.id) && own.thing.common.priority == .emergency {
            for other in rules where ofPacks.contains(other.thing.common.id) {
                guard type(of: own.thing).kind.name == type(of: other.thing).kind.name,
                    let shared = other.thing.watched.first(where: own.thing.watched.contains)
                else { continue }
                reading.log.warning(
                    .callTakenTwice, own.place,
                    "rule `\(own.thing.common.id)` and the pack's rule `\(other.thing.common.id)` both take "
                        + "\(shared.capability.rawValue) of device `\(shared.device)`: people would be told twice",
                    hint: "call this rule `\(other.thing.common.id)`, so that it changes the pack's, or switch that "
                        + "one off: `\(other.thing.common.id): {off: true}`")
                break
            }
        }
    }
}
