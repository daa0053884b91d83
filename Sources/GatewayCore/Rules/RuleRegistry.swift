/// All kinds of rules. A new kind is one folder beside this file and one line here.
package enum RuleRegistry {
    package static let kinds: [any Rule.Type] = [
        HelpCallRule.self,
        FallRule.self,
        HazardRule.self,
        ThresholdRule.self,
        RateRule.self,
        OpenedRule.self,
        LeftOpenRule.self,
        OccupiedTooLongRule.self,
        NotReturnedRule.self,
        NotInBedRule.self,
        WanderingRule.self,
        InactivityRule.self,
        SilenceRule.self,
        TamperRule.self,
        MainsRule.self,
        BatteryRule.self,
        WeakSignalRule.self,
        CorroborationRule.self,
        SequenceRule.self,
        MissedRule.self,
        CountRule.self,
        VitalSignRule.self,
        EarlyWarningRule.self,
        BaselineRule.self,
    ]

    package static func kind(named name: String) -> RuleKind? {
        kinds.first { $0.kind.name == name }?.kind
    }

    /// - Precondition: the values fit the kind's fields.
    package static func make(kind name: String, common: RuleCommon, values: RuleValues) -> (any Rule)? {
        kinds.first { $0.kind.name == name }.map { $0.init(common: common, values: values) }
    }

    /// What a kind's rules remember, for the ledger to decode.
    package static func stateType(ofKind name: String) -> (any RuleState.Type)? {
        func type<R: Rule>(of rule: R.Type) -> any RuleState.Type { RuleMemory<R.State>.self }
        return kinds.first { $0.kind.name == name }.map { type(of: $0) }
    }
}
