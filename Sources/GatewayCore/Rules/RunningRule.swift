/// A rule together with what it remembers.
protocol RunningRule: Sendable {
    var common: RuleCommon { get }
    var kind: RuleKind { get }
    var watched: [WatchedCapability] { get }
    var stored: StoredRule { get }
    /// It found something that waits until the rule applies, or until what mutes it is over.
    var isWithholding: Bool { get }
    /// What it found and waits with.
    var withheld: [Finding] { get }

    mutating func observe(_ observation: Observation, _ context: RuleContext, isMuted: Bool) -> RuleStep
    func deadline(_ context: RuleContext) -> BootTime?
    /// Whether it applies now, by its modes and its part of the day.
    func applies(_ context: RuleContext) -> Truth
    /// Why what it finds now would be kept back.
    func reasons(_ context: RuleContext, mutedBy causes: [RuleID]) -> [WaitReason]
    /// How what it watches for stands.
    func conditions(_ context: RuleContext) -> [ConditionStanding]
    /// Takes over what an equal rule remembered; false when it is not its kind of memory.
    mutating func adopt(_ stored: StoredRule) -> Bool
}

extension RunningRule {
    func watches(_ device: DeviceID) -> Bool { watched.contains { $0.device == device } }
}

/// What one observation did to a rule.
struct RuleStep {
    /// What the rule itself found.
    var found: [Finding]
    /// What of it, and of what was kept back before, is to be acted on.
    var findings: [Finding]
    var isStateChanged: Bool
    /// The change may be written together with routine readings.
    var isRoutine: Bool
}

struct RuleRunner<R: Rule>: RunningRule {
    let rule: R
    private let gate: RuleGate
    private var memory: RuleMemory<R.State>

    init(_ rule: R) {
        self.rule = rule
        gate = RuleGate(common: rule.common, windowUse: R.kind.windowUse)
        memory = RuleMemory(rule.begin())
    }

    var common: RuleCommon { rule.common }
    var kind: RuleKind { R.kind }
    var watched: [WatchedCapability] { rule.watched }
    var isWithholding: Bool { !memory.gate.withheld.isEmpty }
    var withheld: [Finding] { memory.gate.withheld }

    var stored: StoredRule {
        StoredRule(id: common.id, kind: R.kind.name, fingerprint: common.fingerprint, state: memory)
    }

    mutating func observe(_ observation: Observation, _ context: RuleContext, isMuted: Bool) -> RuleStep {
        let before = memory
        let found = rule.observe(observation, &memory.state, context)
        let findings = gate.pass(found, &memory.gate, context, isMuted: isMuted)
        let isGateChanged = memory.gate != before.gate
        return RuleStep(
            found: found, findings: findings, isStateChanged: isGateChanged || memory.state != before.state,
            isRoutine: R.remembersRoutine && !isGateChanged)
    }

    func deadline(_ context: RuleContext) -> BootTime? {
        let due = rule.deadline(memory.state, context)
        guard let gateDue = gate.deadline(memory.gate, context) else { return due }
        return due.map { min($0, gateDue) } ?? gateDue
    }

    func applies(_ context: RuleContext) -> Truth { gate.applies(context) }

    func reasons(_ context: RuleContext, mutedBy causes: [RuleID]) -> [WaitReason] {
        gate.reasons(context, mutedBy: causes)
    }

    func conditions(_ context: RuleContext) -> [ConditionStanding] { rule.conditions(memory.state, context) }

    mutating func adopt(_ stored: StoredRule) -> Bool {
        guard stored.id == common.id, stored.kind == R.kind.name, stored.fingerprint == common.fingerprint,
            let memory = stored.state as? RuleMemory<R.State>
        else { return false }
        self.memory = memory
        return true
    }
}
