/// A rule together with what it remembers.
protocol RunningRule: Sendable {
    var common: RuleCommon { get }
    var watched: [WatchedCapability] { get }
    var stored: StoredRule { get }

    mutating func observe(_ observation: Observation, _ context: RuleContext) -> RuleStep
    func deadline(_ context: RuleContext) -> BootTime?
    /// Takes over what an equal rule remembered; false when it is not its kind of memory.
    mutating func adopt(_ stored: StoredRule) -> Bool
}

/// What one observation did to a rule.
struct RuleStep {
    var findings: [Finding]
    var isStateChanged: Bool
    /// The change may be written together with routine readings.
    var isRoutine: Bool
}

struct RuleRunner<R: Rule>: RunningRule {
    let rule: R
    private var state: R.State

    init(_ rule: R) {
        self.rule = rule
        state = rule.begin()
    }

    var common: RuleCommon { rule.common }
    var watched: [WatchedCapability] { rule.watched }

    var stored: StoredRule {
        StoredRule(id: common.id, kind: R.kind.name, fingerprint: common.fingerprint, state: state)
    }

    mutating func observe(_ observation: Observation, _ context: RuleContext) -> RuleStep {
        let before = state
        let findings = rule.observe(observation, &state, context)
        return RuleStep(findings: findings, isStateChanged: state != before, isRoutine: R.remembersRoutine)
    }

    func deadline(_ context: RuleContext) -> BootTime? {
        rule.deadline(state, context)
    }

    mutating func adopt(_ stored: StoredRule) -> Bool {
        guard stored.id == common.id, stored.kind == R.kind.name, stored.fingerprint == common.fingerprint,
            let state = stored.state as? R.State
        else { return false }
        self.state = state
        return true
    }
}
