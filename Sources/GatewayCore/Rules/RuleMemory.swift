/// What a rule and its gate remember between turns, as the ledger keeps it.
struct RuleMemory<State: RuleState>: RuleState {
    var state: State
    var gate = RuleGate.Memory()

    init(_ state: State) {
        self.state = state
    }

    private enum CodingKeys: String, CodingKey {
        // Not `state`: a rule's own memory may have a field of that name.
        case state = "rule"
        case gate
    }

    /// Also reads what was written before there were gates: the bare memory of the rule.
    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        guard container.contains(.state) else {
            state = try State(from: decoder)
            return
        }
        state = try container.decode(State.self, forKey: .state)
        gate = try container.decodeIfPresent(RuleGate.Memory.self, forKey: .gate) ?? RuleGate.Memory()
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(state, forKey: .state)
        if !gate.isEmpty { try container.encode(gate, forKey: .gate) }
    }
}
