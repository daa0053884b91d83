import GatewayCore

/// What became of an answer that somebody gave on the desk.
struct DeskAnswer: Sendable {
    /// One plain sentence.
    var sentence: String
    var failed: Bool
    /// What was filled in, so that a failed closing can be tried again without writing it anew.
    var outcome: String?
    var note: String?
}
