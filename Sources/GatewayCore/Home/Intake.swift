/// An adapter that brings arrivals.
package struct Intake: Hashable, Codable, Sendable {
    package var id: IntakeID
    package var connection: Connection

    package init(id: IntakeID, connection: Connection) {
        self.id = id
        self.connection = connection
    }

    package enum Connection: Hashable, Codable, Sendable {
        case mqtt(BrokerConnection)
        case serial(SerialConnection)
    }
}
