internal import Foundation

/// An alert as the responder desk tells it at `GET /api/alerts`.
package struct DeskAlert: Hashable, Codable, Sendable {
    package struct Delivery: Hashable, Codable, Sendable {
        /// The webhook-id, the same on each attempt.
        package var id: String
        /// "raised", "updated", "acknowledged", "closed".
        package var kind: String
        /// RFC 3339.
        package var received: String
        /// How often it came again.
        package var repeats: Int
    }

    /// Names the alert in the desk's addresses.
    package var key: String
    package var alert: String
    package var home: String
    package var sentence: String
    package var priority: String
    package var isTest: Bool
    package var state: String
    package var acknowledgedBy: String?
    package var outcome: String?
    package var deliveries: [Delivery]
    /// What became of the newest answer given on the desk.
    package var answer: String?
    package var answerFailed: Bool?

    enum CodingKeys: String, CodingKey {
        case key, alert, home, sentence, priority
        case isTest = "is_test"
        case state
        case acknowledgedBy = "acknowledged_by"
        case outcome, deliveries, answer
        case answerFailed = "answer_failed"
    }

    package func deliveries(of kind: String) -> [Delivery] { deliveries.filter { $0.kind == kind } }
}

/// All that is on the desk.
package struct DeskDocument: Hashable, Codable, Sendable {
    package var alerts: [DeskAlert]
    package var repeats: Int
    package var refusals: Int
}
