import GatewayCore

/// What a program gets from a signed link.
struct AnswerDocument: Codable, Hashable, Sendable {
    /// The alert in one sentence.
    var alert: String
    /// "pending", "raised", "acknowledged", "closed" or "cancelled".
    var state: String
    var acknowledgedBy: String?
    /// What came of the answer; empty after a look.
    var sentence: String

    init(_ view: AnswerView, result: String) {
        alert = view.sentence
        state = view.state.name
        acknowledgedBy = view.acknowledgedBy
        sentence = result
    }
}
