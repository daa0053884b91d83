/// Zigbee2MQTT: JSON, attribute and mixed output, availability, and the bridge's own topics.
enum Zigbee2MQTTStatements {
    /// Properties with one meaning for all devices (zigbee-herdsman-converters, `exposes.ts`).
    private static let properties: [String: NamedQuantity] = [
        "contact": NamedQuantity("contact.open", .opposite),
        "occupancy": .flag("motion"),
        "presence": .flag("presence"),
        "vibration": .flag("vibration"),
        "moving": .flag("moving"),
        "water_leak": .flag("leak"),
        "smoke": .flag("smoke"),
        "carbon_monoxide": .flag("co"),
        "gas": .flag("gas"),
        "tamper": .flag("tamper"),
        "battery_low": .flag("battery_low"),
        "test": .flag("test"),
        "battery": .number("battery", "%"),
        "temperature": .number("temperature", "Cel"),
        "device_temperature": .number("device_temperature", "Cel"),
        "humidity": .number("humidity", "%"),
        "illuminance": .number("illuminance", "lx"),
        "pressure": .number("pressure", "hPa"),
        "power": .number("power", "W"),
        "energy": .number("energy", "kWh"),
        "current": .number("current", "A"),
        "co2": .number("co2", "[ppm]"),
        "co": .number("co", "[ppm]"),
        "breathing_rate": .number("respiratory_rate", "/min"),
        "heart_rate": .number("heart_rate", "/min"),
        "linkquality": .number("linkquality", nil),
    ]

    /// Stages of the fall radars: none, suspected, confirmed.
    private static let stages: [String: [String: String]] = [
        "fall_status": ["normal": "none", "fall_warning": "suspected", "fall_alarm": "confirmed"],
        "fall_down_status": ["none": "none", "maybe_fall": "suspected", "fall": "confirmed"],
    ]

    /// OWON FDS315: where the person is; "falling" is its alarm.
    private static let postures: Set = ["unoccupied", "occupied", "sitting", "on_the_bed", "low_posture", "falling"]

    static func read(_ message: PublishedMessage, into list: inout StatementList) throws(StatementRefusal) {
        var levels = message.levels
        if let bridge = levels.firstIndex(of: "bridge"), bridge > 0, bridge + 1 < levels.count {
            list.device = levels[...bridge].joined(separator: "/")
            readBridge(levels[bridge + 1], message, into: &list)
            return
        }
        // What somebody asks of a device: `…/set`, `…/set/state`, `…/get`.
        guard !levels.dropFirst(2).contains(where: { $0 == "set" || $0 == "get" }) else { return }
        list.device = message.topic
        guard levels.count > 1, let last = levels.last else { return }
        if let compound = message.compound, last != "availability" {
            guard ["set", "get", "action"].contains(last) == false else { return }
            guard case .object(let members) = compound else {
                throw StatementRefusal("A device of Zigbee2MQTT sends a JSON object, and this is an array.")
            }
            read(members, into: &list)
            return
        }
        levels.removeLast()
        guard levels.count > 1 else { return }
        let device = levels.joined(separator: "/")
        switch last {
        case "availability":
            list.device = device
            list.available(online(message))
        // A copy for the triggers of Home Assistant, and commands to the device.
        case "action", "set", "get": list.device = device
        default:
            list.device = device
            read([.init(last, message.value)], into: &list)
            if list.statements.isEmpty { list.device = message.topic }
        }
    }

    private static func online(_ message: PublishedMessage) -> Bool? {
        switch message["state"]?.text ?? message.text {
        case "online": true
        case "offline": false
        default: nil
        }
    }

    private static func readBridge(_ topic: String, _ message: PublishedMessage, into list: inout StatementList) {
        switch topic {
        case "state": list.available(online(message), bridge: true)
        case "event":
            guard let type = message["type"]?.text, !type.isEmpty else { return }
            list.event("bridge.event", .text(type))
        default: return
        }
    }

    private static func read(_ members: [DecodedValue.Member], into list: inout StatementList) {
        let names = Set(members.map(\.name))
        for member in members {
            if let quantity = properties[member.name] {
                quantity.state(member.value, into: &list)
            } else if let stage = stages[member.name]?[member.value.text ?? ""] {
                list.state("fall", text: stage)
            } else {
                read(member, isBatteryPowered: names.contains("battery"), into: &list)
            }
        }
    }

    private static func read(
        _ member: DecodedValue.Member, isBatteryPowered: Bool, into list: inout StatementList
    ) {
        switch member.name {
        case "action", "click": list.press(member.value)
        // A level that is sent again with every message while it lasts.
        case "sos": if member.value.isOn == true { list.event("button.press", .text("sos")) }
        case "voltage":
            // Millivolts on battery devices, volts on mains devices; no mains has a thousand volts.
            guard let number = member.value.number else { return }
            let isMillivolts = isBatteryPowered || number >= 1_000
            list.number(
                isMillivolts ? "battery_voltage" : "voltage", member.value, unit: isMillivolts ? "mV" : "V")
        case "status":
            guard let posture = member.value.text, postures.contains(posture) else { return }
            list.state("fall", text: posture == "falling" ? "confirmed" : "none")
            list.state("presence", posture != "unoccupied")
        case "state":
            list.state("switch.on", onOff(member.value))
        default:
            guard member.name.hasPrefix("state_") else { return }
            list.state("switch.on", onOff(member.value), source: String(member.name.dropFirst(6)))
        }
    }

    /// "ON" and "OFF" only: covers and locks have a `state` of other words.
    private static func onOff(_ value: DecodedValue) -> Bool? {
        value.text.flatMap { ["ON": true, "OFF": false][$0] }
    }
}
