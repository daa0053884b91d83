/// MySensors: values that a node sets, and what it says of its battery. What "tripped" means, only the
/// presentation of the child tells.
struct MySensorsStatements {
    /// By node and child, the type it presented itself with.
    private var children: [String: String] = [:]

    private static let values: [String: NamedQuantity] = [
        "V_TEMP": .number("temperature", "Cel"), "V_HUM": .number("humidity", "%"),
        "V_WATT": .number("power", "W"), "V_KWH": .number("energy", "kWh"), "V_WEIGHT": .number("weight", "kg"),
        "V_STATUS": .flag("switch.on"),
    ]

    private static let tripped: [String: String] = [
        "S_DOOR": "contact.open", "S_MOTION": "motion", "S_SMOKE": "smoke", "S_WATER_LEAK": "leak",
        "S_VIBRATION": "vibration",
    ]

    mutating func read(_ frame: DecodedValue, into list: inout StatementList) {
        guard let type = frame["type_name"]?.text, let payload = frame["payload"],
            let child = frame["child_id"]?.json, let node = frame["node_id"]?.json
        else { return }
        // What we sent, come back.
        guard frame["ack"]?.isOn != true else { return }
        let key = node + ";" + child
        switch frame["command_name"]?.text {
        case "presentation":
            guard children.count < DecodingLimits.announcements else { return }
            children[key] = type
        case "set":
            if type == "V_TRIPPED" {
                if let capability = children[key].flatMap({ Self.tripped[$0] }) {
                    list.state(capability, payload.isOn, source: child)
                }
            } else {
                Self.values[type]?.state(payload, source: child, into: &list)
            }
        case "internal":
            if type == "I_BATTERY_LEVEL" { list.number("battery", payload, unit: "%") }
            if type == "I_HEARTBEAT_RESPONSE" { list.event("heartbeat", .flag(true)) }
        default: return
        }
    }
}
