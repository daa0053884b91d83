internal import GatewayCore
internal import GatewaySettings
internal import HomePages
internal import Logging
internal import ServiceLifecycle

/// The pages behind the signed links of messages, answered by the engine.
struct ResponderAnswers: Service {
    let listen: GatewaySettings.ListenAddress
    let secrets: AnswerSecrets
    let inbox: Inbox
    let logger: Logger

    func run() async throws {
        let pages = AnswerPages(
            listen: HomePages.ListenAddress(host: listen.host, port: listen.port),
            secretFor: { secrets[$0] }, look: view,
            acknowledge: { alert, contact in
                await ask(.acknowledge(alert, by: contact, way: .link), about: alert)
            },
            close: { alert, contact, outcome, note in
                await ask(.close(alert, by: contact, outcome: outcome, note: note), about: alert)
            },
            logger: logger)
        try await pages.run()
    }

    private func view(_ id: AlertID, _ contact: ContactID) async -> AnswerView? {
        await look { engine in
            guard let alert = engine.alert(id), alert.told.contains(contact),
                let message = engine.message(about: id, to: contact)
            else { return nil }
            return AnswerView(
                sentence: message.sentence, priority: alert.priority, isTest: alert.isTest, state: alert.state,
                acknowledgedBy: message.acknowledgedBy)
        }
    }

    private func ask(_ event: Event, about id: AlertID) async -> AnswerResult {
        let reply = await inbox.request(event)
        switch reply {
        case nil, .accepted: return .accepted
        case .unknownAlert: return .unknown
        case .notContact: return .notContact
        case .notOpen:
            let state = await look { $0.alert(id)?.state }
            return state.map { .notOpen($0) } ?? .unknown
        }
    }

    private func look<Value: Sendable>(_ body: @escaping @Sendable (Engine) -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            inbox.post(.look { engine, _, _ in continuation.resume(returning: body(engine)) })
        }
    }
}
