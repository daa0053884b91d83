/// One way to reach a contact.
package struct Channel: Hashable, Codable, Sendable {
    package var id: ChannelID
    package var connection: Connection

    package init(id: ChannelID, connection: Connection) {
        self.id = id
        self.connection = connection
    }

    /// One message can tell of several alerts. A Contact ID event is always one.
    package var carriesSeveral: Bool {
        switch connection {
        case .webhook: true
        case .dc09: false
        }
    }

    package enum Connection: Hashable, Codable, Sendable {
        case webhook(WebhookConnection)
        case dc09(DC09Connection)
    }
}
