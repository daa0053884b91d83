/// One thing that Home Assistant shows, as its discovery names the keys.
struct HomeAssistantEntity: Hashable, Encodable {
    struct Device: Hashable, Encodable {
        var identifiers: [String]
        var name: String
        var manufacturer = "Pullcord"
        var model = "Home alarm gateway"
        var softwareVersion: String

        enum CodingKeys: String, CodingKey {
            case identifiers, name, manufacturer, model
            case softwareVersion = "sw_version"
        }
    }

    struct Origin: Hashable, Encodable {
        var name = "Pullcord"
        var version: String

        enum CodingKeys: String, CodingKey {
            case name
            case version = "sw"
        }
    }

    /// Whether the gateway is there: all that is not "online" is away, "stopping" too.
    struct Availability: Hashable {
        var topic: String
        let template = "{{ 'online' if value == 'online' else 'offline' }}"
    }

    /// "binary_sensor", "sensor", "button".
    var platform: String
    var name: String
    var uniqueID: String
    var stateTopic: String?
    var valueTemplate: String?
    var deviceClass: String?
    var isDiagnostic = false
    var commandTopic: String?
    /// These stand with each entity only where each has a message of its own.
    var availability: Availability?
    var device: Device?
    var origin: Origin?

    enum CodingKeys: String, CodingKey {
        case platform = "p"
        case name
        case uniqueID = "unique_id"
        case stateTopic = "state_topic"
        case valueTemplate = "value_template"
        case deviceClass = "device_class"
        case category = "entity_category"
        case commandTopic = "command_topic"
        case payload = "payload_press"
        case qos, device
        case availabilityTopic = "availability_topic"
        case availabilityTemplate = "availability_template"
        case origin = "o"
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(platform, forKey: .platform)
        try container.encode(name, forKey: .name)
        try container.encode(uniqueID, forKey: .uniqueID)
        try container.encode(1, forKey: .qos)
        try container.encodeIfPresent(stateTopic, forKey: .stateTopic)
        try container.encodeIfPresent(valueTemplate, forKey: .valueTemplate)
        try container.encodeIfPresent(deviceClass, forKey: .deviceClass)
        if isDiagnostic { try container.encode("diagnostic", forKey: .category) }
        if let commandTopic {
            try container.encode(commandTopic, forKey: .commandTopic)
            try container.encode(HomeAssistantCommand.payload, forKey: .payload)
        }
        try container.encodeIfPresent(availability?.topic, forKey: .availabilityTopic)
        try container.encodeIfPresent(availability?.template, forKey: .availabilityTemplate)
        try container.encodeIfPresent(device, forKey: .device)
        try container.encodeIfPresent(origin, forKey: .origin)
    }
}
