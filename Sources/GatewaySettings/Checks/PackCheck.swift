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
        checkBetweenPacks()
    }

    /// Two packs may each watch the same thing at the same hours, and would then tell of it twice. What the home has
    /// changed itself it has thought of.
    private func checkBetweenPacks() {
        let unchanged = rules.filter { packPlaces.contains($0.place) }
        for (index, later) in unchanged.enumerated() {
            for earlier in unchanged[..<index] where earlier.place != later.place {
                guard tellsSame(earlier.thing, later.thing) else { continue }
                let (first, second) = (earlier.thing.common.id, later.thing.common.id)
                reading.log.warning(
                    .packsTellTwice, later.place,
                    "rule `\(first)` of the pack `\(packName(first))` and rule `\(second)` of the pack "
                        + "`\(packName(second))` are both `\(type(of: later.thing).kind.name)` for "
                        + "\(deviceNames(later.thing)) at the same hours: people would be told twice",
                    hint: "do without one of them: `\(first): {off: true}`; or give one other hours with `window`",
                    related: [(earlier.place, "the pack `\(packName(first))` stands")])
            }
        }
    }

    /// Where the packs are named; what the home changes of their rules stands elsewhere.
    private var packPlaces: [Place] {
        guard let value = root.pairs["packs"]?.value else { return [] }
        if case .list(let items) = value.content { return items.map(\.place) }
        return [value.place]
    }

    private func tellsSame(_ one: any Rule, _ other: any Rule) -> Bool {
        type(of: one).kind.name == type(of: other).kind.name && one.common.priority == other.common.priority
            && Set(one.watched) == Set(other.watched) && overlap(one.common.window, other.common.window)
    }

    /// One of two windows that meet begins in the other.
    private func overlap(_ one: DayWindow?, _ other: DayWindow?) -> Bool {
        guard let one, let other else { return true }
        return holds(one, other.from) || holds(other, one.from)
    }

    private func holds(_ window: DayWindow, _ time: TimeOfDay) -> Bool {
        let (from, to, minute) = (window.from.minutes, window.to.minutes, time.minutes)
        return from < to ? from <= minute && minute < to : minute >= from || minute < to
    }

    private func packName(_ rule: RuleID) -> String {
        packUses.first { $0.rules.contains(rule) }?.pack.name ?? ""
    }

    private func deviceNames(_ rule: any Rule) -> String {
        let names = Names(rule.watched.map(\.device.name)).ordered.map { "`\($0)`" }
        return names.count > 3 ? names.prefix(3).joined(separator: ", ") + " …" : names.joined(separator: ", ")
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
