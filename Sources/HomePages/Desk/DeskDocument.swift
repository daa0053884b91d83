import GatewayCore

/// What a program sees of the desk: `GET /api/alerts`.
struct DeskDocument: Codable, Sendable {
    struct Delivery: Codable, Sendable {
        var id: String
        var kind: MessageKind
        /// RFC 3339.
        var received: String
        var repeats: Int
    }

    struct Item: Codable, Sendable {
        /// Names the alert in the desk's addresses.
        var key: String
        var alert: String
        var home: String
        var sentence: String
        var priority: Priority
        var isTest: Bool
        var state: String
        var acknowledgedBy: String?
        var outcome: AlertOutcome?
        var deliveries: [Delivery]
        /// What became of the newest answer given on the desk.
        var answer: String?
        var answerFailed: Bool?

        enum CodingKeys: String, CodingKey {
            case key, alert, home, sentence, priority
            case isTest = "is_test"
            case state
            case acknowledgedBy = "acknowledged_by"
            case outcome, deliveries, answer
            case answerFailed = "answer_failed"
        }

        init(_ alert: DeskAlert) {
            let message = alert.message
            key = alert.key
            self.alert = message.alert.description
            home = message.home
            sentence = message.sentence
            priority = message.priority
            isTest = message.isTest
            state = message.state
            acknowledgedBy = message.acknowledgedBy
            outcome = message.outcome
            deliveries = alert.deliveries.map { delivery in
                Delivery(
                    id: delivery.id, kind: delivery.kind, received: delivery.received.rfc3339,
                    repeats: delivery.repeats
                )
            }
            answer = alert.answer?.sentence
            answerFailed = alert.answer?.failed
        }
    }

    /// Oldest first.
    var alerts: [Item]
    /// Messages that came again.
    var repeats: Int
    /// Messages that were not taken: unsigned, old, unreadable.
    var refusals: Int

    init(_ board: DeskBoard) {
        alerts = board.alerts.map(Item.init)
        repeats = board.repeats
        refusals = board.refusals
    }
}
