import FoundationEssentials
import GatewayCore

/// A rule's memory as it stands in its row.
struct RuleRow: Encodable {
    var rule: StoredRule

    private enum Key: String, CodingKey {
        case id, kind, fingerprint, state
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(rule.id, forKey: .id)
        try container.encode(rule.kind, forKey: .kind)
        try container.encode(rule.fingerprint, forKey: .fingerprint)
        try container.encode(rule.state, forKey: .state)
    }

    /// What of a row can be read without knowing the kind of rule.
    struct Head: Decodable {
        var id: RuleID
        var kind: String
        var fingerprint: String
    }

    private struct Memory<State: RuleState>: Decodable {
        var state: State
    }

    static func state<State: RuleState>(_ type: State.Type, from body: [UInt8]) throws -> any RuleState {
        try BodyDecoder.decode(Memory<State>.self, from: body).state
    }
}
