import FoundationEssentials
import GatewayCore

/// What is announced to Home Assistant: which entities there are, and where their states stand.
struct HomeAssistantAnnouncement {
    private let topics: HomeAssistantTopics
    private let connection: HomeAssistantConnection
    private let version: String
    /// By the name that an entity has in topics and in the announcement of all.
    private(set) var entities: [String: HomeAssistantEntity] = [:]

    init(_ connection: HomeAssistantConnection, _ standing: HomeStanding, version: String) {
        self.connection = connection
        self.version = version
        topics = HomeAssistantTopics(connection)
        addHome()
        for resident in standing.residents {
            let key = topics.key("resident", resident.id.name)
            add(
                key, "binary_sensor", "Alert of \(resident.name)", at: topics.state,
                template: "{{ value_json.residents.\(key) }}", class: "safety")
        }
        for device in standing.devices { add(device) }
        if connection.takesCommands {
            for command in HomeAssistantCommand.allCases
            where command != .acknowledge || connection.acknowledgesAs != nil { add(command) }
        }
    }

    /// - Parameter removed: the platforms of entities that were announced before and are gone, by their names.
    func messages(removing removed: [String: String]) -> [HomeAssistantMessage] {
        switch connection.discovery {
        case .device: [whole(removing: removed)]
        case .entities: each(removing: removed)
        }
    }

    /// The names and platforms of what an earlier announcement of all held; empty for bytes that are none.
    static func components(in payload: [UInt8]) -> [String: String] {
        guard payload.count <= Limits.arrivalBytes,
            let earlier = try? JSONDecoder().decode(Earlier.self, from: Data(payload))
        else { return [:] }
        return earlier.components.mapValues(\.platform)
    }

    // MARK: - Entities

    private mutating func addHome() {
        add("emergency", "binary_sensor", "Emergency", at: topics.state, class: "safety")
        add("open_alerts", "sensor", "Open alerts", at: topics.state)
        add("gravest", "sensor", "Gravest open alert", at: topics.state)
        add("stage", "sensor", "Told at home", at: topics.state)
        add("mode", "sensor", "Mode", at: topics.state)
        add("fault", "binary_sensor", "Gateway fault", at: topics.state, class: "problem", isDiagnostic: true)
        add("silent_devices", "sensor", "Silent devices", at: topics.state, isDiagnostic: true)
        add("low_batteries", "sensor", "Low batteries", at: topics.state, isDiagnostic: true)
    }

    private mutating func add(_ device: DeviceStanding) {
        let key = topics.key("device", device.id.name)
        let place = device.room.map { " (\($0))" } ?? ""
        let name = (device.name ?? "Device \(device.number)") + place
        if device.isHeard != nil {
            add(
                key + "_heard", "binary_sensor", "\(name) heard", at: topics.devices,
                template: "{{ value_json.\(key).heard }}", class: "connectivity", isDiagnostic: true)
        }
        if device.isBatteryLow != nil {
            add(
                key + "_battery", "binary_sensor", "\(name) battery", at: topics.devices,
                template: "{{ value_json.\(key).battery }}", class: "battery", isDiagnostic: true)
        }
    }

    private mutating func add(_ command: HomeAssistantCommand) {
        entities[command.rawValue] = HomeAssistantEntity(
            platform: "button", name: command.name, uniqueID: uniqueID(command.rawValue),
            commandTopic: topics.command(command))
    }

    private mutating func add(
        _ key: String, _ platform: String, _ name: String, at topic: String, template: String? = nil,
        class deviceClass: String? = nil, isDiagnostic: Bool = false
    ) {
        entities[key] = HomeAssistantEntity(
            platform: platform, name: name, uniqueID: uniqueID(key), stateTopic: topic,
            valueTemplate: template ?? "{{ value_json.\(key) }}", deviceClass: deviceClass,
            isDiagnostic: isDiagnostic)
    }

    private func uniqueID(_ key: String) -> String { "\(topics.node)_\(key)" }

    // MARK: - Messages

    private var device: HomeAssistantEntity.Device {
        HomeAssistantEntity.Device(
            identifiers: [topics.node], name: "Pullcord \(connection.home)", softwareVersion: version)
    }

    private var availability: HomeAssistantEntity.Availability { .init(topic: topics.availability) }

    private func whole(removing removed: [String: String]) -> HomeAssistantMessage {
        var components = entities.mapValues { Whole.Component.there($0) }
        for (name, platform) in removed where components[name] == nil {
            components[name] = .gone(platform: platform)
        }
        let whole = Whole(
            device: device, origin: .init(version: version), availabilityTopic: availability.topic,
            availabilityTemplate: availability.template, components: components)
        return HomeAssistantMessage(topic: topics.deviceConfiguration, json: whole)
    }

    private func each(removing removed: [String: String]) -> [HomeAssistantMessage] {
        let there = entities.sorted { $0.key < $1.key }.map { name, entity in
            var entity = entity
            entity.availability = availability
            entity.device = device
            entity.origin = .init(version: version)
            return HomeAssistantMessage(topic: topics.configuration(of: name, entity.platform), json: entity)
        }
        let gone = removed.filter { entities[$0.key] == nil }.sorted { $0.key < $1.key }.map { name, platform in
            HomeAssistantMessage(topic: topics.configuration(of: name, platform), payload: [])
        }
        return there + gone
    }

    /// As much of an announcement as tells what it held.
    private struct Earlier: Decodable {
        struct Component: Decodable {
            var platform: String

            enum CodingKeys: String, CodingKey { case platform = "p" }
        }

        var components: [String: Component]

        enum CodingKeys: String, CodingKey { case components = "cmps" }
    }

    /// The announcement of all in one message.
    private struct Whole: Encodable {
        var device: HomeAssistantEntity.Device
        var origin: HomeAssistantEntity.Origin
        var availabilityTopic: String
        var availabilityTemplate: String
        var components: [String: Component]

        enum CodingKeys: String, CodingKey {
            case device
            case origin = "o"
            case availabilityTopic = "availability_topic"
            case availabilityTemplate = "availability_template"
            case components = "cmps"
        }

        enum Component: Encodable {
            case there(HomeAssistantEntity)
            /// With its platform alone an entity is taken away.
            case gone(platform: String)

            func encode(to encoder: any Encoder) throws {
                switch self {
                case .there(let entity): try entity.encode(to: encoder)
                case .gone(let platform): try ["p": platform].encode(to: encoder)
                }
            }
        }
    }
}
