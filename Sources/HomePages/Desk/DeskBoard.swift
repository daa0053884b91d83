import AlarmProtocols
import GatewayCore

/// Everything the desk knows: alerts, oldest first, and the messages that brought them.
struct DeskBoard: Sendable {
    /// What a message changed.
    enum Receipt: Hashable, Sendable {
        case new(key: String)
        case changed(key: String)
        /// The message had come before.
        case repeated
    }

    private(set) var alerts: [DeskAlert] = []
    /// The alert that each message belonged to, by its id.
    private var messages: [String: String] = [:]
    /// The ids of those messages, oldest first.
    private var messageOrder: [String] = []
    /// Messages that had come before.
    private(set) var repeats = 0
    /// Messages that were not taken.
    private(set) var refusals = 0

    mutating func countRefusal() { refusals += 1 }

    /// - Parameter id: the webhook-id.
    mutating func receive(_ envelope: AlertEnvelope, id: String, at now: WallTime) -> Receipt {
        if let key = messages[id] {
            repeats += 1
            if let index = index(of: key), let place = alerts[index].deliveries.lastIndex(where: { $0.id == id }) {
                alerts[index].deliveries[place].repeats += 1
            }
            return .repeated
        }
        let delivery = DeskDelivery(id: id, kind: envelope.message.kind, received: now)
        let key = DeskAlert.key(of: envelope.message)
        remember(id, for: key)
        guard let index = index(of: key) else {
            if alerts.count >= PageLimits.deskAlerts { makeRoom() }
            alerts.append(DeskAlert(envelope, delivery: delivery))
            return .new(key: key)
        }
        var alert = alerts[index]
        // A message that was held up on its way must not undo what a later one said.
        let newest = alert.deliveries.compactMap(\.number).max() ?? .min
        if (delivery.number ?? .max) >= newest {
            alert.message = envelope.message
            alert.late = envelope.late
            alert.answer = alert.answer.flatMap { $0.failed && !alert.hasEnded ? $0 : nil }
        }
        alert.links = envelope.answer ?? alert.links
        alert.deliveries.append(delivery)
        if alert.deliveries.count > PageLimits.deskDeliveries { alert.deliveries.removeFirst() }
        alert.version += 1
        alerts[index] = alert
        return .changed(key: key)
    }

    /// Notes what became of an answer.
    ///
    /// - Parameter document: how the gateway says the alert stands now.
    mutating func note(_ answer: DeskAnswer, of key: String, document: AnswerDocument? = nil) {
        guard let index = index(of: key) else { return }
        var alert = alerts[index]
        alert.answer = answer
        alert.version += 1
        if let document, !alert.hasEnded {
            alert.message.state = document.state
            alert.message.acknowledgedBy = document.acknowledgedBy ?? alert.message.acknowledgedBy
            if alert.message.state == "closed", !answer.failed {
                alert.message.outcome = answer.outcome.flatMap(AlertOutcome.init(rawValue:)) ?? alert.message.outcome
            }
        }
        alerts[index] = alert
    }

    func alert(_ key: String) -> DeskAlert? { index(of: key).map { alerts[$0] } }

    private func index(of key: String) -> Int? { alerts.lastIndex { $0.key == key } }

    private mutating func remember(_ id: String, for key: String) {
        if messageOrder.count >= PageLimits.deskMessages { messages[messageOrder.removeFirst()] = nil }
        messageOrder.append(id)
        messages[id] = key
    }

    /// Lets the oldest ended alert go; where none has ended, the oldest of the least important.
    private mutating func makeRoom() {
        let ended = alerts.firstIndex { $0.hasEnded }
        let least = alerts.map(\.message.priority).min()
        guard let index = ended ?? alerts.firstIndex(where: { $0.message.priority == least }) else { return }
        alerts.remove(at: index)
    }
}
