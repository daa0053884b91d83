internal import GatewayCore
internal import Synchronization

/// The secrets that sign contacts' links: those of their webhooks, as the settings have them now.
final class AnswerSecrets: Sendable {
    private let byContact = Mutex<[ContactID: Secret]>([:])

    func use(_ plan: Plan) {
        var secrets: [ContactID: Secret] = [:]
        for contact in plan.contacts {
            for id in contact.channels where secrets[contact.id] == nil {
                guard let channel = plan.channels.first(where: { $0.id == id }),
                    case .webhook(let connection) = channel.connection, connection.answerURL != nil
                else { continue }
                secrets[contact.id] = connection.secret
            }
        }
        byContact.withLock { $0 = secrets }
    }

    subscript(contact: ContactID) -> Secret? { byContact.withLock { $0[contact] } }
}
