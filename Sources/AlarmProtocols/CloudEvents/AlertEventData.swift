import GatewayCore

/// An `AlertMessage` as it stands in an event's `data`: names in snake_case, times in RFC 3339.
struct AlertEventData: Codable {
    struct Line: Codable {
        var at: String
        var text: String
    }

    struct Evidence: Codable {
        var what: String
        var value: String
        var unit: String?
        var at: String
    }

    struct Also: Codable {
        var alert: String
        var sentence: String
    }

    var alert: String
    var kind: MessageKind
    var about: AlertKind
    var priority: Priority
    var isTest: Bool
    var sentence: String
    var home: String
    var zoneNumber: Int
    var resident: String?
    var address: String?
    var room: String?
    var access: String?
    var happened: String
    var raised: String
    var clock: ClockQuality
    var occurrences: Int
    var state: String
    var acknowledgedBy: String?
    var outcome: AlertOutcome?
    var evidence: [Evidence]
    var story: [Line]
    var alsoTold: [String]
    /// The other alerts it tells; absent where it tells one.
    var also: [Also]?
    var sentAt: String
    /// Only where the message goes out later than it should have.
    var lateBySeconds: Int64?
    var answer: AnswerLinks?

    enum CodingKeys: String, CodingKey {
        case alert, kind, about, priority
        case isTest = "is_test"
        case sentence, home
        case zoneNumber = "zone_number"
        case resident, address, room, access, happened, raised, clock, occurrences, state
        case acknowledgedBy = "acknowledged_by"
        case outcome, evidence, story
        case alsoTold = "also_told"
        case also
        case sentAt = "sent_at"
        case lateBySeconds = "late_by_seconds"
        case answer
    }
}

extension AlertEventData {
    init(_ envelope: AlertEnvelope) {
        let message = envelope.message
        self.init(
            alert: message.alert.description, kind: message.kind, about: message.about,
            priority: message.priority, isTest: message.isTest, sentence: message.sentence, home: message.home,
            zoneNumber: message.zoneNumber, resident: message.resident, address: message.address,
            room: message.room, access: message.access, happened: message.happened.rfc3339,
            raised: message.raised.rfc3339, clock: message.clock, occurrences: message.occurrences,
            state: message.state, acknowledgedBy: message.acknowledgedBy, outcome: message.outcome,
            evidence: message.evidence.map {
                Evidence(what: $0.what, value: $0.value, unit: $0.unit, at: $0.at.rfc3339)
            },
            story: message.story.map { Line(at: $0.at.rfc3339, text: $0.text) }, alsoTold: message.alsoTold,
            also: message.also?.map { Also(alert: $0.alert.description, sentence: $0.sentence) },
            sentAt: envelope.sent.rfc3339, lateBySeconds: envelope.late?.wholeSeconds, answer: envelope.answer)
    }

    func message() throws(AlertEnvelopeError) -> AlertMessage {
        guard let id = AlertID(alert) else { throw .malformed("\"\(alert.prefix(64))\" names no alert.") }
        var evidence: [AlertMessage.Evidence] = []
        for item in self.evidence {
            evidence.append(
                .init(what: item.what, value: item.value, unit: item.unit, at: try Self.time(item.at)))
        }
        var story: [AlertMessage.Line] = []
        for line in self.story { story.append(.init(at: try Self.time(line.at), text: line.text)) }
        var message = AlertMessage(
            alert: id, kind: kind, about: about, priority: priority, isTest: isTest, sentence: sentence,
            home: home, zoneNumber: zoneNumber, resident: resident, address: address, room: room,
            access: access, happened: try Self.time(happened), raised: try Self.time(raised), clock: clock,
            occurrences: occurrences, state: state, acknowledgedBy: acknowledgedBy, outcome: outcome,
            evidence: evidence, story: story, alsoTold: alsoTold)
        guard let also else { return message }
        var others: [AlertMessage.Also] = []
        for other in also {
            guard let id = AlertID(other.alert) else {
                throw .malformed("\"\(other.alert.prefix(64))\" names no alert.")
            }
            others.append(.init(alert: id, sentence: other.sentence))
        }
        message.also = others
        return message
    }

    static func time(_ text: String) throws(AlertEnvelopeError) -> WallTime {
        guard let time = WallTime(rfc3339: text) else {
            throw .malformed("\"\(text.prefix(64))\" is no RFC 3339 time.")
        }
        return time
    }
}
