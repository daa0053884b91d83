/// Whether anybody is in the home, as far as its doors and sensors tell, and how sure that is.
package struct Presence: Hashable, Codable, Sendable {
    package enum State: String, Codable, CaseIterable, Sendable {
        case someone, nobody, unknown
    }

    package var state: State
    /// 0–100; 0 while unknown.
    package var confidence: Int
    package var since: BootTime

    package init(_ state: State = .unknown, confidence: Int = 0, since: BootTime = .zero) {
        precondition((0...100).contains(confidence), "A confidence is a percentage.")
        self.state = state
        self.confidence = confidence
        self.since = since
    }

    /// Whether nobody is in the home with at least this confidence; unknown is neither yes nor no.
    package func isEmpty(atLeast confidence: Int) -> Truth {
        switch state {
        case .nobody: self.confidence >= confidence ? .yes : .unknown
        case .someone: .no
        case .unknown: .unknown
        }
    }
}
