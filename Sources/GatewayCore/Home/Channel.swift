/// One way to reach a contact.
package struct Channel: Hashable, Codable, Sendable {
    package var id: ChannelID
    package var connection: Connection

    package init(id: ChannelID, connection: Connection) {
        self.id = id
        self.connection = connection
    }

    package enum Connection: Hashable, Codable, Sendable {
        case webhook(WebhookConnection)
        case dc09(DC09Connection)
    }
}
