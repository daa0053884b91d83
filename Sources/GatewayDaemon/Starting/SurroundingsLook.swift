internal import GatewayCore
package import GatewaySettings
internal import MQTTIntake
internal import SerialIntake

/// What there is around a home that is being set up. Looking changes nothing: no message is published, no port
/// is opened.
package enum SurroundingsLook {
    /// Looks at the broker, for at most some seconds, and at the serial ports.
    ///
    /// - Parameters:
    ///   - broker: nil for a home without one.
    ///   - baseTopic: of Zigbee2MQTT, where it has more than one level; others are found.
    ///   - number: one of this run alone, so that two that look at once do not throw each other out.
    package static func take(
        broker: StartingAnswers.Broker?, baseTopic: String? = nil, number: UInt32
    ) -> Surroundings {
        var surroundings = Surroundings(ports: ports())
        guard let broker else { return surroundings }
        let connection = BrokerConnection(
            host: broker.host, port: broker.port, clientID: "pullcord-init-\(number)", user: broker.user,
            password: broker.password, tls: broker.usesTLS ? TLSFiles() : nil, ownTopic: "pullcord")
        let bases = ["+"] + (baseTopic.map { $0.contains("/") ? [$0] : [] } ?? [])
        let filters = bases.flatMap { [$0 + Self.list, $0 + Self.state] }
        let look = BrokerLook(
            connection, filters: filters, limit: .seconds(StartingLimits.brokerLook),
            messageBytes: StartingLimits.announcementBytes)
        switch look.run() {
        case .failed(let reason): surroundings.brokerTrouble = reason
        case .answered(let messages, let oversized):
            surroundings.bridges = bridges(in: messages)
            if oversized > 0 { surroundings.brokerTrouble = "\(oversized) lists of devices are too large to be read" }
        }
        return surroundings
    }

    private static let list = "/bridge/devices"
    private static let state = "/bridge/state"

    /// In order of their base topics.
    static func bridges(in messages: [BrokerMessage]) -> [Surroundings.Bridge] {
        var found: [String: Surroundings.Bridge] = [:]
        for message in messages {
            for suffix in [list, state] where message.topic.hasSuffix(suffix) {
                let base = String(message.topic.dropLast(suffix.count))
                var bridge = found[base] ?? Surroundings.Bridge(baseTopic: base, announcement: nil)
                if suffix == list { bridge.announcement = BridgeAnnouncement(message.bytes) }
                found[base] = bridge
            }
        }
        return found.values.sorted { $0.baseTopic < $1.baseTopic }
    }

    private static func ports() -> [Surroundings.Port] {
        PortListing.all().map { listed in
            Surroundings.Port(
                node: listed.port.node, serial: listed.port.serial, path: listed.port.path, texts: listed.port.texts,
                refusal: listed.refusal)
        }
    }
}
