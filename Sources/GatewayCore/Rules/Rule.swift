/// What a rule remembers between turns. The ledger keeps it.
package protocol RuleState: Codable, Hashable, Sendable {}

/// Watches readings and time, and says what it finds.
///
/// A rule is a value without clock, memory or effects of its own: what it remembers is `State`, what time
/// it is comes with the context, what is done about a finding is the engine's. To add a kind: one folder
/// here, and its line in `RuleRegistry`.
package protocol Rule: Sendable {
    associatedtype State: RuleState

    /// Its word in the settings, its fields and its defaults.
    static var kind: RuleKind { get }

    /// Whether its memory changes with everyday readings and may be written together with them. False where
    /// a hold begins in it: that must survive a power cut as it began.
    static var remembersRoutine: Bool { get }

    /// - Precondition: the values fit `kind.fields`; the settings have checked them.
    init(common: RuleCommon, values: RuleValues)

    var common: RuleCommon { get }
    /// What it wants to see.
    var watched: [WatchedCapability] { get }

    func begin() -> State
    func observe(_ observation: Observation, _ state: inout State, _ context: RuleContext) -> [Finding]
    /// The next time it wants a tick; nil for never.
    func deadline(_ state: State, _ context: RuleContext) -> BootTime?
    /// How what it watches for stands, for people who ask; empty where each event stands for itself.
    func conditions(_ state: State, _ context: RuleContext) -> [ConditionStanding]
}

extension Rule {
    package static var remembersRoutine: Bool { false }

    package func conditions(_ state: State, _ context: RuleContext) -> [ConditionStanding] { [] }
}
