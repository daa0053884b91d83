/// Shelly's first generation, `shellies/<model>-<id>/…`.
enum ShellyGen1Statements {
    private static let sensors: [String: NamedQuantity] = [
        "flood": .flag("leak"),
        "smoke": .flag("smoke"),
        "motion": .flag("motion"),
        "vibration": .flag("vibration"),
        "battery": .number("battery", "%"),
        "temperature": .number("temperature", "Cel"),
        "humidity": .number("humidity", "%"),
        "lux": .number("illuminance", "lx"),
    ]

    /// Members of the motion sensor's `status`.
    private static let status: [String: NamedQuantity] = [
        "motion": .flag("motion"),
        "vibration": .flag("vibration"),
        "bat": .number("battery", "%"),
        "lux": .number("illuminance", "lx"),
        "temperature": .number("temperature", "Cel"),
    ]

    static func read(_ message: PublishedMessage, into list: inout StatementList) {
        let levels = message.levels
        guard levels.count >= 2, levels[0] == "shellies" else { return }
        guard levels.count >= 3 else {
            if levels[1] == "announce" { announce(message, into: &list) }
            return
        }
        list.device = levels[0...1].joined(separator: "/")
        switch (levels[2], levels.count) {
        case ("online", 3): list.available(message.value.isOn)
        case ("announce", 3): announce(message, into: &list)
        case ("sensor", 4): sensor(levels[3], message, into: &list)
        case ("status", 3), ("info", 3):
            for member in message.members { status[member.name]?.state(member.value, into: &list) }
        case ("input_event", 4):
            // Most have one button, the sender itself; of several the others are told apart.
            let source = levels[3] == "0" ? nil : "input:" + levels[3]
            list.press(message["event"], source: source, count: message["event_cnt"] ?? .null)
        case ("input", 4): list.state("input.on", message.value.isOn)
        case ("relay", 4): list.state("switch.on", onOff(message))
        case ("relay", 5) where levels[4] == "power": list.number("power", message.value, unit: "W")
        case ("relay", 5) where levels[4] == "energy":
            // Watt-minutes: 60 000 of them are a kilowatt-hour.
            guard let minutes = message.value.number else { return }
            list.number("energy", DecodedValue(number: minutes / 60_000), unit: "kWh")
        case ("temperature", 3): list.number("device_temperature", message.value, unit: "Cel")
        case ("voltage", 3): list.number("voltage", message.value, unit: "V")
        default: return
        }
    }

    private static func sensor(_ name: String, _ message: PublishedMessage, into list: inout StatementList) {
        switch name {
        // "open" and "close", not "closed".
        case "state": list.state("contact.open", ["open": true, "close": false][message.text])
        case "gas": list.state("gas", ["none": false, "mild": true, "heavy": true][message.text])
        default: sensors[name]?.state(message.value, into: &list)
        }
    }

    /// "on", "off" and "overpower".
    private static func onOff(_ message: PublishedMessage) -> Bool? {
        if message.text == "overpower" { return false }
        return message.value.isOn
    }

    private static func announce(_ message: PublishedMessage, into list: inout StatementList) {
        guard let id = message["id"]?.text, !id.isEmpty else { return }
        list.device = "shellies/" + id
        list.state("discovery.device", text: message["model"]?.text ?? id)
    }
}
