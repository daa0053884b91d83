/// A message on a discovery topic of Home Assistant, `<prefix>/<component>/[<node>/]<object>/config`, read for
/// enrolment: it says what exists.
package struct DiscoveryMessage: Hashable, Sendable {
    /// What it announces; none where it takes back what was announced.
    package private(set) var entities: [DiscoveredEntity] = []
    package let object: String
    /// What cannot be read without a profile, in whole sentences.
    package private(set) var remarks: [String] = []

    /// Components of Home Assistant's MQTT integration, which tell a discovery topic from another `…/config`.
    private static let components: Set = [
        "alarm_control_panel", "binary_sensor", "button", "camera", "climate", "cover", "device", "device_automation",
        "device_tracker", "event", "fan", "humidifier", "image", "lawn_mower", "light", "lock", "notify", "number",
        "scene", "select", "sensor", "siren", "switch", "tag", "text", "update", "vacuum", "valve", "water_heater",
    ]

    /// Those whose state is read; they must say where it stands.
    private static let stateful: Set = ["binary_sensor", "sensor", "event"]

    /// Whether a topic is one for discovery.
    package static func isTopic(_ topic: String) -> Bool { place(topic) != nil }

    private static func place(_ topic: String) -> (component: String, object: String)? {
        let levels = topic.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard levels.count >= 4, levels[levels.count - 1] == "config" else { return nil }
        let object = levels[levels.count - 2]
        for place in [1, levels.count - 3, levels.count - 4] where place > 0 && place < levels.count - 2 {
            if components.contains(levels[place]) { return (levels[place], object) }
        }
        return nil
    }

    /// - Throws: where the topic is none for discovery, or a required member is missing or of another type.
    package init(_ message: PublishedMessage) throws(StatementRefusal) {
        guard let place = Self.place(message.topic) else {
            throw StatementRefusal("The topic is none on which Home Assistant's discovery speaks.")
        }
        object = place.object
        guard !message.text.isEmpty else { return }
        guard case .object(let members)? = message.compound else {
            throw StatementRefusal("A discovery message is a JSON object, or empty, and this is neither.")
        }
        let whole = DiscoveryAbbreviations.expand(members)
        if place.component == "device" {
            try readDevice(whole)
        } else {
            try add(place.component, place.object, whole)
        }
    }

    /// One message for a device: what stands at its top level holds for each component.
    private mutating func readDevice(_ whole: DecodedValue) throws(StatementRefusal) {
        guard case .object(let parts)? = whole["components"] else {
            throw StatementRefusal("A device's discovery message needs `components`, by their names.")
        }
        let shared = whole.members.filter { !["components", "origin"].contains($0.name) }
        for part in parts.prefix(DecodingLimits.members) {
            let own = DiscoveryAbbreviations.expand(part.value.members).members
            guard let platform = own.first(where: { $0.name == "platform" })?.value.text else {
                throw StatementRefusal("The component `\(Self.quoted(part.name))` does not say its `platform`.")
            }
            // With its platform alone a component is taken back.
            guard own.count > 1 else { continue }
            let names = Set(own.map(\.name))
            try add(platform, part.name, .object(own + shared.filter { !names.contains($0.name) }))
        }
    }

    private mutating func add(
        _ component: String, _ object: String, _ raw: DecodedValue
    ) throws(StatementRefusal) {
        let told = DiscoveryAbbreviations.withBase(raw)
        var entity = DiscoveredEntity(component: component, object: object)
        entity.uniqueID = told["unique_id"]?.text
        entity.name = told["name"]?.text
        entity.deviceClass = told["device_class"]?.text
        entity.unit = told["unit_of_measurement"]?.text
        entity.stateTopic = told["state_topic"]?.text
        readDevice(told["device"], into: &entity)
        if component == "device_automation" { try readTrigger(told, into: &entity) }
        if Self.stateful.contains(component), entity.stateTopic == nil {
            throw Self.missing("state_topic", told, "A \(component)")
        }
        if component == "event" {
            entity.eventTypes = (told["event_types"]?.elements ?? []).compactMap(\.text)
            guard !entity.eventTypes.isEmpty else { throw Self.missing("event_types", told, "An event") }
        }
        entity.payloadOn = (told["payload_on"] ?? told["state_on"]).map(Self.plain) ?? entity.payloadOn
        entity.payloadOff = (told["payload_off"] ?? told["state_off"]).map(Self.plain) ?? entity.payloadOff
        readAvailability(told, into: &entity)
        if let template = told["value_template"]?.text {
            entity.template = ValueTemplate(template)
            if entity.template == nil {
                remarks.append(
                    "The template of `\(Self.quoted(object))` is more than a path to a value, and is not run; "
                        + "a profile can name the value.")
            }
        } else {
            entity.template = .whole
        }
        entities.append(entity)
    }

    private func readDevice(_ told: DecodedValue?, into entity: inout DiscoveredEntity) {
        guard let device = told.map({ DiscoveryAbbreviations.expandDevice($0.members) }) else { return }
        entity.device =
            device["identifiers"]?.text ?? device["identifiers"]?.elements.first?.text
            ?? device["connections"]?.elements.first?.elements.last?.text
        entity.deviceName = device["name"]?.text
        entity.maker = device["manufacturer"]?.text
        entity.model = device["model_id"]?.text ?? device["model"]?.text
    }

    private func readTrigger(
        _ told: DecodedValue, into entity: inout DiscoveredEntity
    ) throws(StatementRefusal) {
        guard told["automation_type"]?.text == "trigger" else {
            throw Self.missing("automation_type", told, "A device automation", is: "trigger")
        }
        for name in ["topic", "type", "subtype"] where told[name]?.text?.isEmpty ?? true {
            throw Self.missing(name, told, "A device trigger")
        }
        guard entity.device != nil else { throw Self.missing("device", told, "A device trigger") }
        entity.stateTopic = told["topic"]?.text
        entity.trigger = .init(
            type: told["type"]?.text ?? "", subtype: told["subtype"]?.text ?? "",
            payload: told["payload"].map(Self.plain))
    }

    private func readAvailability(_ told: DecodedValue, into entity: inout DiscoveredEntity) {
        var places = told["availability"]?.elements ?? []
        if case .object? = told["availability"] { places = [told["availability"] ?? .null] }
        places = places.map { DiscoveryAbbreviations.expand($0.members) }
        if let topic = told["availability_topic"] {
            places.append(
                .object([
                    .init("topic", topic), .init("payload_available", told["payload_available"] ?? .null),
                    .init("payload_not_available", told["payload_not_available"] ?? .null),
                ]))
        }
        for place in places {
            guard let topic = place["topic"]?.text else { continue }
            entity.availabilities.append(
                .init(
                    topic: DiscoveryAbbreviations.topic(topic, base: told["~"]?.text),
                    online: place["payload_available"]?.text ?? "online",
                    offline: place["payload_not_available"]?.text ?? "offline"))
        }
    }

    /// A payload as it comes over MQTT, also where the configuration writes it as a number or a yes.
    private static func plain(_ value: DecodedValue) -> String { value.text ?? value.json }

    /// Names come from outside; they are cut, and lose what could end the quotation.
    private static func quoted(_ name: String) -> String {
        String(name.unicodeScalars.prefix(64).map { $0.value < 0x20 || $0 == "`" ? "?" : Character($0) })
    }

    private static func missing(
        _ name: String, _ told: DecodedValue, _ what: String, is value: String? = nil
    ) -> StatementRefusal {
        let needs = "\(what) needs `\(name)`" + (value.map { " to be `\($0)`" } ?? "")
        let near = told.members.map(\.name).first { $0 != name && ($0.hasPrefix(name) || name.hasPrefix($0)) }
        return StatementRefusal(needs + (near.map { "; is `\(quoted($0))` meant?" } ?? "."))
    }
}
