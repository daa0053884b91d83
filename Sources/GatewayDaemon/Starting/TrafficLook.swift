package import DeviceProtocols
internal import GatewayCore
package import GatewaySettings
internal import LinuxSupport
internal import MQTTIntake

/// Listens behind a broker for some seconds. It publishes nothing and leaves nothing behind.
package struct TrafficLook: Sendable {
    package let book: TrafficBook
    /// Those who spoke or of whom the broker kept something, for profiles to be tried on.
    package let senders: [HeardSender]
    /// Why nothing could be heard, as the end of a sentence; nil when it could.
    package let trouble: String?

    /// - Parameters:
    ///   - seconds: how long it listens after the broker has answered.
    ///   - number: one of this run alone, so that two that listen at once do not throw each other out.
    package static func take(broker: StartingAnswers.Broker, seconds: Int, number: UInt32) -> TrafficLook {
        let connection = BrokerConnection(
            host: broker.host, port: broker.port, clientID: "pullcord-discover-\(number)", user: broker.user,
            password: broker.password, tls: broker.usesTLS ? TLSFiles() : nil, ownTopic: "pullcord")
        let look = BrokerLook(
            connection, filters: TrafficBook.filters,
            limit: .seconds(seconds + StartingLimits.brokerLook), listening: .seconds(seconds))
        var book = TrafficBook()
        let intake = IntakeID("broker")
        var senders = SenderBook(
            formats: [IntakeFormat(intake: intake, form: .mqtt(bridges: []))], enrolled: [], takesKept: true)
        switch look.run() {
        case .failed(let reason): return TrafficLook(book: book, senders: [], trouble: reason)
        case .answered(let messages, _):
            let moment = SystemClock(line: .first, bootID: SystemClock.bootID()).now()
            for message in messages {
                book.take(topic: message.topic, bytes: message.bytes, isRetained: message.isRetained)
                senders.take(
                    Arrival(
                        intake: intake, address: message.topic, bytes: message.bytes, moment: moment,
                        isRetained: message.isRetained, isAlarmClass: false))
            }
            return TrafficLook(book: book, senders: senders.senders, trouble: nil)
        }
    }
}
