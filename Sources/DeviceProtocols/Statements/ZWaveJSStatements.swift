/// Z-Wave JS UI with named topics, `<prefix>/[<place>/]<node>/<class>/[endpoint_<n>/]<property>[/<key>]`, or
/// topics by numbers, `<prefix>/<node>/<class>/<endpoint>/<property>[/<key>]`.
enum ZWaveJSStatements {
    /// Command classes that are read: their names in topics, and their numbers.
    private static let classes: [String: String] = [
        "notification": "notification", "113": "notification",
        "battery": "battery", "128": "battery",
        "sensor_multilevel": "sensor_multilevel", "49": "sensor_multilevel",
        "sensor_binary": "sensor_binary", "48": "sensor_binary",
        "switch_binary": "switch_binary", "37": "switch_binary",
        "meter": "meter", "50": "meter",
        "central_scene": "central_scene", "91": "central_scene",
    ]

    static func read(_ message: PublishedMessage, into list: inout StatementList) {
        let levels = message.levels
        // What somebody asks of a node.
        guard levels.count >= 3, let last = levels.last, last != "set" else { return }
        let device = levels.dropLast().joined(separator: "/")
        if levels[1] == "_CLIENTS" {
            list.device = device
            if last == "status" { list.available(value(message).isOn, bridge: true) }
            return
        }
        if let place = levels.indices.dropFirst(2).first(where: { classes[levels[$0]] != nil }),
            place + 1 < levels.count, let name = classes[levels[place]]
        {
            list.device = levels[..<place].joined(separator: "/")
            let path = levels[(place + 1)...].map { $0.lowercased() }
            property(name, path.filter { !$0.hasPrefix("endpoint_") }, message, into: &list)
            return
        }
        list.device = device
        switch last {
        case "status": list.available(status(message))
        case "lastActive": list.number("last_seen", value(message))
        case "nodeinfo": node(message, into: &list)
        default: list.device = message.topic
        }
    }

    /// The value alone, beside its time, or as a part of the whole ValueId.
    private static func value(_ message: PublishedMessage) -> DecodedValue {
        message["value"] ?? message.value
    }

    /// A sleeping node is well: it listens when it wakes.
    private static func status(_ message: PublishedMessage) -> Bool? {
        if let word = message["status"]?.text ?? message.value.text {
            switch word {
            case "Alive", "Awake", "Asleep": return true
            case "Dead": return false
            default: break
            }
        }
        return value(message).isOn
    }

    private static func node(_ message: PublishedMessage, into list: inout StatementList) {
        let hasFailed = message["failed"]?.isOn == true || message["status"]?.text == "Dead"
        list.available(hasFailed ? false : message["available"]?.isOn)
        list.number("last_seen", message["lastActive"])
    }

    private static func property(
        _ name: String, _ path: [String], _ message: PublishedMessage, into list: inout StatementList
    ) {
        let value = value(message)
        switch name {
        case "notification": notification(path, value, into: &list)
        case "battery": battery(path, value, into: &list)
        case "switch_binary":
            if path.last == "currentvalue" { list.state("switch.on", value.isOn) }
        case "sensor_binary": binary(path.last ?? "", value, into: &list)
        case "sensor_multilevel": multilevel(path.last ?? "", message["unit"]?.text, value, into: &list)
        case "meter": meter(path, message["unit"]?.text, value, into: &list)
        case "central_scene": scene(path, value, into: &list)
        default: return
        }
    }

    /// Notification types, and which of their events begin and end what (zwave-js, `registries/Notifications.ts`):
    /// most events stand there twice, with a location and without. Only the variable that has them speaks of them:
    /// idle maintenance ends no alarm.
    private static func notification(_ path: [String], _ value: DecodedValue, into list: inout StatementList) {
        guard case .integer(let event)? = value.numeral, path.count >= 2 else { return }
        let alarm: (capability: String, events: ClosedRange<Int64>)
        switch (path[path.count - 2], path[path.count - 1]) {
        case ("home_security", "motion_sensor_status"): alarm = ("motion", 7...8)
        case ("home_security", "cover_status"): alarm = ("tamper", 3...3)
        case ("water_alarm", "sensor_status"): alarm = ("leak", 1...2)
        case ("smoke_alarm", "sensor_status"): alarm = ("smoke", 1...2)
        case ("co_alarm", "sensor_status"): alarm = ("co", 1...2)
        case ("heat_alarm", "heat_sensor_status"): alarm = ("heat", 1...2)
        case ("gas_alarm", "combustible_gas_status"): alarm = ("gas", 1...2)
        case ("gas_alarm", "toxic_gas_status"): alarm = ("gas", 3...4)
        case ("access_control", "door_state_simple"), ("access_control", "door_state"):
            // 5632 and 5633 are open in the regular way, and tilted.
            list.state("contact.open", [22, 5_632, 5_633].contains(event) ? true : event == 23 ? false : nil)
            return
        default: return
        }
        list.state(alarm.capability, alarm.events.contains(event) ? true : idle(event))
    }

    /// Scenes are what buttons and pendants send: 0 pressed, 1 released, 2 held, 3 and more pressed several times
    /// (zwave-js, `CentralSceneKeys`).
    private static func scene(_ path: [String], _ value: DecodedValue, into list: inout StatementList) {
        guard case .integer(let key)? = value.numeral, path.count >= 2, path[path.count - 2] == "scene" else { return }
        let number = path[path.count - 1]
        switch key {
        case 1: list.event("button.release", .text("released"), source: number)
        case 0, 2...6: list.press(.text("\(key)"), source: number)
        default: return
        }
    }

    /// 0 is idle; another event of the same type is neither.
    private static func idle(_ event: Int64) -> Bool? {
        event == 0 ? false : nil
    }

    private static func battery(_ path: [String], _ value: DecodedValue, into list: inout StatementList) {
        switch path.last {
        case "level":
            // 255 is no level: it is the warning.
            if value.number == 255 {
                list.state("battery_low", true)
            } else {
                list.number("battery", value, unit: "%")
            }
        case "islow": list.state("battery_low", value.isOn)
        default: return
        }
    }

    private static func binary(_ name: String, _ value: DecodedValue, into list: inout StatementList) {
        switch name {
        case "motion": list.state("motion", value.isOn)
        case "door/window", "door_window", "door-window": list.state("contact.open", value.isOn)
        case "water": list.state("leak", value.isOn)
        case "smoke": list.state("smoke", value.isOn)
        case "co": list.state("co", value.isOn)
        case "heat": list.state("heat", value.isOn)
        case "tamper": list.state("tamper", value.isOn)
        default: list.state("input.on", value.isOn)
        }
    }

    private static func multilevel(
        _ name: String, _ unit: String?, _ value: DecodedValue, into list: inout StatementList
    ) {
        switch name {
        case "air_temperature":
            let isFahrenheit = unit == "°F" || unit == "F"
            list.number("temperature", isFahrenheit ? StatementList.celsius(value) : value, unit: "Cel")
        case "humidity": list.number("humidity", value, unit: "%")
        case "illuminance": list.number("illuminance", value, unit: unit == nil || unit == "Lux" ? "lx" : unit)
        case "power": list.number("power", value, unit: unit ?? "W")
        default: return
        }
    }

    /// A meter's key is a number of the standard; which one it is, the unit says.
    private static func meter(
        _ path: [String], _ unit: String?, _ value: DecodedValue, into list: inout StatementList
    ) {
        guard path.contains("value") else { return }
        switch unit {
        case "W": list.number("power", value, unit: "W")
        case "kWh": list.number("energy", value, unit: "kWh")
        case "V": list.number("voltage", value, unit: "V")
        case "A": list.number("current", value, unit: "A")
        default: return
        }
    }
}
