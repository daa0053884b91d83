/// ESPHome: `<prefix>/<component>/<object_id>/state` and `<prefix>/status`.
///
/// The object id is a name that its maker chose: it is read where it, or its last word, has one meaning.
enum ESPHomeStatements {
    static func read(_ message: PublishedMessage, into list: inout StatementList) {
        let levels = message.levels
        if levels.count >= 2, levels[levels.count - 1] == "status" {
            list.device = levels.dropLast().joined(separator: "/")
            list.available(["online": true, "offline": false][message.text])
            return
        }
        guard levels.count >= 4, levels[levels.count - 1] == "state" else { return }
        list.device = levels.dropLast(3).joined(separator: "/")
        let (component, object) = (levels[levels.count - 3], levels[levels.count - 2])
        switch component {
        case "binary_sensor": binary(object, message, into: &list)
        case "sensor":
            ObjectName.number(object)?.state(message.value, source: object, into: &list)
        case "switch", "light", "fan":
            list.state("switch.on", (message["state"] ?? message.value).isOn, source: object)
        case "event": list.press(message["event_type"], source: object)
        default: return
        }
    }

    private static func binary(_ object: String, _ message: PublishedMessage, into list: inout StatementList) {
        if object == "fall" || object.hasSuffix("_fall") {
            guard let isOn = message.value.isOn else { return }
            list.state("fall", text: isOn ? "confirmed" : "none", source: object)
            return
        }
        if let quantity = ObjectName.flag(object) {
            quantity.state(message.value, source: object, into: &list)
        } else {
            list.state("input.on", message.value.isOn, source: object)
        }
    }
}
