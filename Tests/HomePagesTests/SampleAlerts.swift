import AlarmProtocols
import GatewayCore

/// Messages as a gateway sends them.
enum SampleAlerts {
    static let secret = Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    static let otherSecret = Secret("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
    /// 2026-11-22T14:05:09Z.
    static let now = WallTime(milliseconds: 1_795_356_309_000)

    static func message(
        _ number: Int64 = 17, kind: MessageKind = .raised, about: AlertKind = .helpCall,
        priority: Priority = .emergency,
        sentence: String = "Margaret pressed the red pendant in the bathroom at 12 Mill Lane.",
        state: String = "raised", acknowledgedBy: String? = nil, outcome: AlertOutcome? = nil, isTest: Bool = false
    ) -> AlertMessage {
        AlertMessage(
            alert: AlertID(ledger: "k3f9", number: number), kind: kind, about: about, priority: priority,
            isTest: isTest, sentence: sentence, home: "mill-lane-12", zoneNumber: 1, resident: "Margaret",
            address: "12 Mill Lane", room: "the bathroom", access: "Key safe by the door", happened: now - .seconds(40),
            raised: now - .seconds(30), clock: .synchronised, occurrences: 1, state: state,
            acknowledgedBy: acknowledgedBy, outcome: outcome,
            evidence: [.init(what: "motion in the hall", value: "true", unit: nil, at: now - .minutes(9))],
            story: [
                .init(at: now - .seconds(40), text: "The red pendant was pressed."),
                .init(at: now - .seconds(30), text: "Nobody cancelled it."),
            ],
            alsoTold: ["Tom (neighbour)"]
        )
    }

    static func envelope(
        _ message: AlertMessage = message(), delivery: Int64 = 42, late: Duration? = nil, answerURL: String? = nil
    ) throws -> AlertEnvelope {
        let answer = try answerURL.map { base in
            AnswerLink.links(
                base: base, alert: message.alert, contact: ContactID("anna"), secret: try WebhookSecret(secret)
            )
        }
        return AlertEnvelope(
            id: DeliveryID(ledger: "k3f9", number: delivery).description, message: message, sent: now, late: late,
            answer: answer
        )
    }

    static func headers(
        for body: [UInt8], id: String, at time: WallTime = now, secret: Secret = secret
    ) throws -> [(String, String)] {
        let headers = WebhookSignature.headers(id: id, at: time, body: body, secret: try WebhookSecret(secret))
        return [
            (WebhookHeaders.idName, headers.id),
            (WebhookHeaders.timestampName, headers.timestamp),
            (WebhookHeaders.signatureName, headers.signature),
        ]
    }
}
