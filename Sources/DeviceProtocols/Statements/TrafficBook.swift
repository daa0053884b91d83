import GatewayCore

/// Who speaks behind a broker: devices of the conventions that are known by their topics, and what was announced
/// for Home Assistant. A help for enrolment: nothing in it wires anything.
package struct TrafficBook: Sendable {
    /// One sender, as it would be enrolled, and the names of what it has told.
    package struct Speaker: Hashable, Sendable {
        package var convention: Convention
        package var device: String
        package var capabilities: [String]
        package var messages: Int
    }

    /// Where each convention speaks. Zigbee2MQTT is not among them: its bridge has a list of its devices.
    private static let places: [(filter: String, convention: Convention)] = [
        ("homeassistant/+/+/config", .homeAssistant), ("homeassistant/+/+/+/config", .homeAssistant),
        ("shellies/+/#", .shellyGen1), ("+/events/rpc", .shellyGen2), ("+/status/+", .shellyGen2),
        ("tele/+/+", .tasmota), ("stat/+/+", .tasmota), ("tasmota/discovery/+/config", .tasmota),
        ("rtl_433/#", .rtl433), ("+/+/BTtoMQTT/+", .openMQTTGateway), ("+/+/433toMQTT", .openMQTTGateway),
        ("+/+/RTL_433toMQTT/#", .openMQTTGateway), ("+/5/+/$state", .homie), ("homie/+/$state", .homie),
        ("homie/#", .homie), ("zwave/#", .zwaveJSUI), ("+/binary_sensor/+/state", .esphome),
        ("+/sensor/+/state", .esphome),
    ]

    private static let parsed = places.map { (filter: TopicFilter($0.filter), convention: $0.convention) }

    /// What to subscribe to.
    package static var filters: [String] { places.map(\.filter) }

    /// Whose topic it is; nil for one of no convention that is known by its topics.
    static func convention(of topic: String) -> Convention? {
        parsed.first { $0.filter.matches(topic) }?.convention
    }

    /// In the order in which they were first heard.
    package private(set) var speakers: [Speaker] = []
    private var announcements: [(topic: String, entities: [DiscoveredEntity])] = []
    private var reader = StatementReader()

    package init() {}

    /// In the order in which they came.
    package var announced: [DiscoveredEntity] { announcements.flatMap(\.entities) }

    package mutating func take(topic: String, bytes: [UInt8], isRetained: Bool) {
        guard let convention = Self.convention(of: topic),
            let message = try? PublishedMessage(topic: topic, payload: bytes, isRetained: isRetained)
        else { return }
        guard convention != .homeAssistant else {
            announce(message)
            return
        }
        guard let list = try? reader.read(message, as: convention), let device = list.device,
            device.utf8.count <= DecodingLimits.addressBytes
        else { return }
        let names = list.statements.map(\.capability)
        if let place = speakers.firstIndex(where: { $0.convention == convention && $0.device == device }) {
            speakers[place].messages += 1
            speakers[place].capabilities = Set(speakers[place].capabilities + names).sorted()
        } else if speakers.count < DecodingLimits.speakers, !names.isEmpty {
            speakers.append(
                Speaker(convention: convention, device: device, capabilities: Set(names).sorted(), messages: 1))
        }
    }

    private mutating func announce(_ message: PublishedMessage) {
        guard let discovery = try? DiscoveryMessage(message) else { return }
        announcements.removeAll { $0.topic == message.topic }
        guard !discovery.entities.isEmpty, announcements.count < DecodingLimits.announcements else { return }
        announcements.append((message.topic, discovery.entities))
    }
}
