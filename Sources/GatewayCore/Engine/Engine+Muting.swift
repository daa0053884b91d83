extension Engine {
    /// Whether a rule's findings wait because what causes them is being told already. An emergency never.
    func isMuted(_ rule: RuleCommon) -> Bool {
        guard !rule.mutedBy.isEmpty, rule.priority != .emergency else { return false }
        return rule.mutedBy.contains { isActive($0, asked: [rule.id]) }
    }

    /// Which of the rules and paths that mute a rule do so now.
    func causesMuting(_ rule: RuleCommon) -> [RuleID] {
        guard rule.priority != .emergency else { return [] }
        return rule.mutedBy.filter { isActive($0, asked: [rule.id]) }
    }

    /// Whether a rule or path has an open alert, or would have one but for what mutes it in turn. Rules that
    /// mute one another in a circle mute nothing.
    private func isActive(_ id: RuleID, asked: [RuleID]) -> Bool {
        if alerts.contains(where: { $0.isOpen && !$0.isShadow && ruleID(of: $0.cause) == id }) { return true }
        guard !asked.contains(id), let rule = rules.first(where: { $0.common.id == id }), rule.isWithholding else {
            return false
        }
        return rule.common.mutedBy.contains { isActive($0, asked: asked + [id]) }
    }

    /// Paths are named as rules are: "path/bridge zigbee".
    func ruleID(of cause: Cause) -> RuleID {
        switch cause {
        case .rule(let id, _, _): id
        case .path(let path): RuleID("path/\(path.name)")
        case .audit: RuleID("audit")
        }
    }

    /// Something that mutes others may be over: they look again.
    mutating func unmute(after cause: Cause) {
        let over = ruleID(of: cause)
        for index in rules.indices where rules[index].common.mutedBy.contains(over) {
            if rules[index].isWithholding { observe(.tick, rule: index) }
        }
    }

    /// Says in the cause's story what it mutes.
    mutating func noteMuted(_ found: [Finding], of rule: RuleCommon) {
        let news = found.filter { $0.change == .began || $0.change == .happened }
        guard !news.isEmpty,
            let cause = alerts.last(where: { $0.isOpen && rule.mutedBy.contains(ruleID(of: $0.cause)) })
        else { return }
        for finding in news {
            let name = finding.device.map { " (\(deviceName($0)))" } ?? ""
            tellOnce(cause.id, .note, "Not told separately: \(rule.title)\(name).")
        }
    }
}
