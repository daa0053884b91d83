/// Home Assistant's mqtt_statestream: `<base>/<domain>/<entity>/state` and one topic for each attribute. Values
/// are JSON, so that a text has its quotes.
struct StatestreamMemory: Sendable {
    /// By "domain/entity".
    private var classes: [String: String] = [:]
    private var units: [String: String] = [:]

    mutating func read(_ message: PublishedMessage, into list: inout StatementList) {
        let levels = message.levels
        guard levels.count >= 4, let last = levels.last else { return }
        list.device = levels.dropLast().joined(separator: "/")
        let (domain, entity) = (levels[levels.count - 3], levels[levels.count - 2])
        let key = domain + "/" + entity
        switch last {
        case "state": state(domain, entity, message.value, into: &list)
        case "device_class": remember(message.value.text, key, in: &classes)
        case "unit_of_measurement": remember(message.value.text, key, in: &units)
        case "event_type" where domain == "event": list.press(message.value, source: entity)
        default: return
        }
    }

    private func remember(_ text: String?, _ key: String, in memory: inout [String: String]) {
        guard let text, memory[key] != nil || memory.count < DecodingLimits.announcements else { return }
        memory[key] = text
    }

    private func state(
        _ domain: String, _ entity: String, _ value: DecodedValue, into list: inout StatementList
    ) {
        if value.text == "unavailable" {
            list.available(false)
            return
        }
        let key = domain + "/" + entity
        switch domain {
        case "binary_sensor":
            // An announced class says what it is, and ends all guessing by the name.
            let known = classes[key].map { MemberNames.deviceClasses[$0] } ?? ObjectName.flag(entity)
            known?.state(value, into: &list)
        case "sensor":
            let known = classes[key].map { MemberNames.sensorClasses[$0] } ?? ObjectName.number(entity)
            known?.converted(from: units[key], value).map { known?.state($0, into: &list) }
        case "switch", "light", "input_boolean", "fan": list.state("switch.on", value.isOn)
        default: return
        }
    }
}
