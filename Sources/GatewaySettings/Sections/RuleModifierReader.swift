internal import GatewayCore

/// Reads what every rule can have, whatever its kind, into its common part.
struct RuleModifierReader {
    let builder: SettingsBuilder
    let table: Table<RuleShape>
    let kind: RuleKind
    /// Each modifier in one unmistakable form, for the fingerprint.
    private(set) var canonical: [String: String] = [:]
    /// The modifiers that are there and mean something.
    private var sound: [String] = []

    init(builder: SettingsBuilder, table: Table<RuleShape>, kind: RuleKind) {
        self.builder = builder
        self.table = table
        self.kind = kind
    }

    private var reading: Reading { table.reading }

    mutating func read(into common: inout RuleCommon) {
        read("window") { common.window = $0.window() }
        read("modes") { common.modes = $0.modes() }
        common.resident = table.resident.map { ResidentID($0) }
        read("clears_after") {
            common.clearsAfter = $0.table.clearsAfter
        }
        common.gap = table.gap
        read("shadow") { common.isShadow = $0.table.shadow }
        common.remindsEvery = reminders(common)
        var causes: [(cause: RuleID, place: Place)] = []
        read("muted_by") { causes = $0.causes() }
        common.mutedBy = causes.map(\.cause)
        builder.mutings += causes.map { SettingsBuilder.Muting(rule: common.id, cause: $0.cause, place: $0.place) }
        if common.priority == .emergency { refuseSilencing(common) }
        canonical = [
            "window": common.window?.clock ?? "", "modes": common.modes.map(\.rawValue).sorted().joined(separator: ","),
            "resident": common.resident?.name ?? "", "clears_after": "\(common.clearsAfter.milliseconds)ms",
            "after_gap": common.gap?.rawValue ?? "", "shadow": "\(common.isShadow)",
        ].filter { !$0.value.isEmpty }
    }

    private func window() -> DayWindow? {
        if kind.windowUse == .none, let pair = table.pairs["window"] {
            reading.log.error(
                .windowNotForKind, pair.keyPlace,
                "a rule of the kind `\(kind.name)` has no window: what it finds matters at every hour",
                hint: "leave `window` out")
        }
        return table.window
    }

    private func modes() -> [HomeMode] {
        guard let texts = table.modes else { return [] }
        if texts.isEmpty {
            reading.log.error(.emptyList, table.place(of: "modes"), "`modes` names no mode: it would never apply")
        }
        var modes: [HomeMode] = []
        for (text, place) in texts {
            guard let mode = HomeMode(rawValue: text) else {
                reading.log.error(
                    .unknownWord, place, "there is no mode `\(text)`",
                    hint: Suggestion.hint(for: text, among: HomeMode.allCases.map(\.rawValue)))
                continue
            }
            if modes.contains(mode) {
                reading.log.error(.twiceInList, place, "mode `\(text)` stands twice in this list")
            }
            modes.append(mode)
        }
        return modes
    }

    private func reminders(_ common: RuleCommon) -> Duration? {
        let given = table.reminders
        if given != nil, common.preAlert <= .zero {
            reading.log.error(
                .reminderWithoutPreAlert, table.place(of: "remind_every"),
                "there is no pre-alert in which to remind anybody",
                hint: "add `pre_alert`, or leave `remind_every` out")
        }
        let every = given ?? kind.defaultReminder
        return common.preAlert > .zero ? every : nil
    }

    /// Other rules, or paths as `bridge zigbee`. Whether they exist is checked when all rules are read.
    private func causes() -> [(cause: RuleID, place: Place)] {
        guard let texts = table.mutedBy else { return [] }
        if texts.isEmpty {
            reading.log.error(.emptyList, table.place(of: "muted_by"), "`muted_by` names nobody and nothing")
        }
        return texts.map { text, place in
            let isPath = ["bridge ", "intake ", "channel "].contains { text.hasPrefix($0) }
            return (RuleID(isPath ? "path/" + text : text), place)
        }
    }

    /// Reads one modifier, and remembers whether something was wrong with it.
    private mutating func read(_ key: String, _ body: (Self) -> Void) {
        let errorsBefore = reading.log.errorCount
        body(self)
        if reading.log.errorCount == errorsBefore, table.has(key) { sound.append(key) }
    }

    /// Nothing may keep an emergency back. What was wrong in itself has been reported.
    private func refuseSilencing(_ common: RuleCommon) {
        // What counts within a window by itself says there what it means, and not when it is silent.
        let gates = (kind.windowUse == .gate ? ["window"] : []) + ["modes", "clears_after", "muted_by"]
        for key in gates where sound.contains(key) {
            reading.log.error(
                .emergencyHeldBack, table.place(of: key),
                "\(table.what) is an emergency, and nothing may keep an emergency back",
                hint: "leave `\(key)` out, or give the rule a lower priority")
        }
        if common.isShadow {
            reading.log.error(
                .emergencyOnTrial, table.place(of: "shadow"),
                "\(table.what) is an emergency, and an emergency is never only on trial",
                hint: "leave `shadow` out, or give the rule a lower priority")
        }
    }
}
