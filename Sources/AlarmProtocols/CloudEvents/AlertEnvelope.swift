import FoundationEssentials
package import GatewayCore

/// One alert's message as it travels over HTTP: CloudEvents 1.0 structured JSON.
package struct AlertEnvelope: Hashable, Sendable {
    /// CloudEvents HTTP binding 1.0.2, section 3.2.
    package static let contentType = "application/cloudevents+json"

    /// The delivery's id: the same on each attempt, so that receivers can drop repeats.
    package var id: String
    package var message: AlertMessage
    package var sent: WallTime
    /// How late it went out; nil where that is within `Limits.lateAfter`.
    package var late: Duration?
    package var answer: AnswerLinks?

    package init(
        id: String, message: AlertMessage, sent: WallTime, late: Duration? = nil, answer: AnswerLinks? = nil
    ) {
        self.id = id
        self.message = message
        self.sent = sent
        self.late = late
        self.answer = answer
    }

    /// What a delivery says when it is sent now.
    package init(_ order: DeliveryOrder, at now: Moment, answer: AnswerLinks? = nil) {
        self.init(
            id: order.delivery.id.description, message: order.message, sent: now.wall,
            late: Self.lateness(of: order, at: now), answer: answer)
    }

    /// A call is as late as it happened long ago ("pressed 14 minutes ago, sent now"), other messages are as
    /// late as they waited.
    ///
    /// The wait is measured on boot time, so that a clock step between does not make it years.
    private static func lateness(of order: DeliveryOrder, at now: Moment) -> Duration? {
        var lateness = now.boot - order.delivery.created.boot
        if order.message.kind == .raised {
            let before = order.delivery.created.wall - order.message.happened
            if before > .zero, before < Limits.longestOutage { lateness += before }
        }
        return lateness > Limits.lateAfter ? lateness : nil
    }

    /// The event as JSON.
    package func encoded() -> [UInt8] {
        let event = CloudEvent(id: id, kind: message.kind, data: AlertEventData(self))
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        do {
            return try [UInt8](encoder.encode(event))
        } catch {
            preconditionFailure("An event of strings and whole numbers is always JSON: \(error)")
        }
    }

    /// Reads an event; unknown attributes are passed over, as CloudEvents asks.
    package init(decoding bytes: [UInt8]) throws(AlertEnvelopeError) {
        guard bytes.count <= AlarmProtocolLimits.envelopeBytes else { throw .tooLong(bytes: bytes.count) }
        let event: CloudEvent
        do {
            event = try JSONDecoder().decode(CloudEvent.self, from: Data(bytes))
        } catch {
            throw .malformed("The bytes are not an alert's CloudEvent: \(Self.sentence(for: error))")
        }
        guard event.specversion == CloudEvent.version else {
            throw .malformed("specversion \(event.specversion.prefix(16)) is not \(CloudEvent.version).")
        }
        guard event.type == CloudEvent.type(of: event.data.kind), event.subject == event.data.alert else {
            throw .malformed("The event's type or subject contradicts its data.")
        }
        guard !event.id.isEmpty else { throw .malformed("The event has no id.") }
        self.init(
            id: event.id, message: try event.data.message(), sent: try AlertEventData.time(event.data.sentAt),
            late: event.data.lateBySeconds.map { .seconds($0) }, answer: event.data.answer)
    }

    private static func sentence(for error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, _): "\(key.stringValue) is missing."
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
            DecodingError.dataCorrupted(let context):
            "\(context.codingPath.map(\.stringValue).joined(separator: ".")): \(context.debugDescription)"
        default: "it cannot be read."
        }
    }
}
