internal import GatewayCore
internal import GatewaySettings
internal import LedgerStore

// Why something was, and why something was not.
extension ControlDesk {
    func story(of id: AlertID) -> ControlResponse {
        let answer = consultLedger { engine, ledger -> ControlResponse in
            do {
                // What is in memory is the newest; the ledger has what has left it, and every line.
                guard let alert = try engine.alert(id) ?? ledger.alert(id) else {
                    return .refused(
                        "There is no alert \(id) in memory or in the ledger; `pullcord alerts list --all` shows the "
                            + "newest.")
                }
                let story = try ledger.story(of: id, ends: DaemonLimits.storyLines / 2)
                return .story(AlertAccount(alert, story.entries, omitted: story.omitted, engine))
            } catch {
                return .refused("The ledger cannot be read: \(error)")
            }
        }
        return answer ?? .refused(Self.silence)
    }

    func standing(of id: RuleID) -> ControlResponse {
        look { engine in
            if let standing = engine.standing(of: id) { return .rule(RuleAccount(standing, engine)) }
            let names = engine.ruleNames.map(\.name)
            let hint = Suggestion.hint(for: id.name, among: names)
            return .refused("No rule `\(id)` is running" + (hint.map { "; \($0)" } ?? "."))
        }
    }
}
