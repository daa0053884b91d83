import GatewayCore

/// A kind that only the tests know, with a setting of every form that the others do without.
struct DutyRule: Rule {
    struct State: RuleState {}

    static let kind = RuleKind(
        name: "duty",
        summary: "Something is done in time.",
        fields: [
            RuleField("steps", .signals(2...3), isRequired: true, "What is done, in this order."),
            RuleField("times", .count(1...5), "How often."),
            RuleField("by", .time, "Until when."),
            RuleField("order", .choice(["any", "in_turn"]), "Whether the order matters."),
            RuleField("who", .visitors, "Whose duty it is."),
        ],
        defaultPriority: .fault,
        windowUse: .required,
        blindness: "nobody knows whether it is done"
    )

    let common: RuleCommon
    let steps: [Signal]

    init(common: RuleCommon, values: RuleValues) {
        self.common = common
        steps = values.signals("steps")
    }

    var watched: [WatchedCapability] { steps.map(\.watched) }

    func begin() -> State { State() }

    func observe(_ observation: Observation, _ state: inout State, _ context: RuleContext) -> [Finding] { [] }

    func deadline(_ state: State, _ context: RuleContext) -> BootTime? { nil }
}
