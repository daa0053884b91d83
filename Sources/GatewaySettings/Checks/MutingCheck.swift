internal import GatewayCore

// `muted_by`, when all rules are known.
extension SettingsBuilder {
    /// A cause that mutes a rule, and where it is named.
    struct Muting {
        var rule: RuleID
        var cause: RuleID
        var place: Place
    }

    /// What mutes a rule exists, and no rules mute one another in a circle.
    func checkMutings() {
        let paths = ["bridge", "intake", "channel"].flatMap { kind in
            (known[kind]?.ordered ?? []).map { kind + " " + $0 }
        }
        let rules = known["rule"] ?? []
        let causes = Dictionary(grouping: mutings, by: \.rule)
        for muting in mutings {
            let name = muting.cause.name.hasPrefix("path/") ? String(muting.cause.name.dropFirst(5)) : muting.cause.name
            guard rules.contains(name) || paths.contains(name) else {
                reading.log.error(
                    .unknownName, muting.place,
                    "there is no rule or path `\(name)` that could mute rule `\(muting.rule)`",
                    hint: Suggestion.hint(for: name, among: rules.ordered + paths))
                continue
            }
            if muting.cause == muting.rule {
                reading.log.error(
                    .mutedByItself, muting.place, "rule `\(muting.rule)` is muted by itself",
                    hint: "it would never be heard")
            } else if let way = way(from: muting.cause, to: muting.rule, causes) {
                reading.log.error(
                    .mutingCircle, muting.place, "rule `\(muting.rule)` is muted by `\(name)`, which it mutes itself",
                    hint: "let only the consequence be muted by its cause",
                    related: way.map { ($0.place, "rule `\($0.rule)` is muted by `\($0.cause)`") })
            }
        }
    }

    /// How a rule is muted by another, directly or by way of others; nil when it is not.
    private func way(from rule: RuleID, to wanted: RuleID, _ causes: [RuleID: [Muting]]) -> [Muting]? {
        var reached = [rule]
        var steps: [RuleID: Muting] = [:]
        var next = 0
        while next < reached.count, steps[wanted] == nil {
            for muting in causes[reached[next]] ?? [] where !reached.contains(muting.cause) {
                reached.append(muting.cause)
                steps[muting.cause] = muting
            }
            next += 1
        }
        var way: [Muting] = []
        var end = wanted
        while end != rule {
            guard let step = steps[end] else { return nil }
            way.insert(step, at: 0)
            end = step.rule
        }
        return way
    }
}
