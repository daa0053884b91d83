/// Shelly's second and later generations: `<id>/online`, `<id>/status/<component>` and `<id>/events/rpc`.
enum ShellyGen2Statements {
    /// Presses; `btn_down` and `btn_up` come before them, and would count each press twice.
    private static let presses: Set = ["single_push", "double_push", "triple_push", "long_push"]

    static func read(_ message: PublishedMessage, into list: inout StatementList) {
        let levels = message.levels
        if levels.count >= 2, levels[levels.count - 1] == "online" {
            list.device = levels.dropLast().joined(separator: "/")
            list.available(message.value.isOn)
        } else if levels.count >= 3, levels[levels.count - 2] == "status" {
            list.device = levels.dropLast(2).joined(separator: "/")
            component(levels[levels.count - 1], message.members, source: nil, into: &list)
        } else if levels.count >= 3, levels.suffix(2) == ["events", "rpc"] {
            list.device = levels.dropLast(2).joined(separator: "/")
            notification(message, into: &list)
        }
    }

    private static func notification(_ message: PublishedMessage, into list: inout StatementList) {
        guard let params = message["params"] else { return }
        switch message["method"]?.text {
        case "NotifyStatus", "NotifyFullStatus":
            for member in params.members where member.name.contains(":") || member.name == "presence" {
                component(member.name, member.value.members, source: member.name, into: &list)
            }
        case "NotifyEvent":
            for event in params["events"]?.elements ?? [] {
                guard let name = event["event"]?.text, presses.contains(name) else { continue }
                list.press(.text(name), source: event["component"]?.text)
            }
        default: return
        }
    }

    private static func component(
        _ name: String, _ members: [DecodedValue.Member], source: String?, into list: inout StatementList
    ) {
        let object = DecodedValue.object(members)
        switch name.prefix(while: { $0 != ":" }) {
        case "smoke": list.state("smoke", object["alarm"]?.isOn, source: source)
        case "flood": list.state("leak", object["alarm"]?.isOn, source: source)
        case "gas": list.state("gas", object["alarm"]?.isOn, source: source)
        case "temperature": list.number("temperature", object["tC"], unit: "Cel", source: source)
        case "humidity": list.number("humidity", object["rh"], unit: "%", source: source)
        case "illuminance": list.number("illuminance", object["lux"], unit: "lx", source: source)
        case "input": list.state("input.on", object["state"]?.isOn, source: source)
        case "occupancy", "motion":
            list.state("motion", (object["value"] ?? object["motion"] ?? object["occupancy"])?.isOn, source: source)
        case "presence": list.state("presence", (object["value"] ?? object["presence"])?.isOn, source: source)
        case "devicepower":
            list.number("battery", object["battery"]?["percent"], unit: "%", source: source)
            list.number("battery_voltage", volts(object["battery"]?["V"]), unit: "mV", source: source)
        case "switch", "light", "pm1": outlet(object, source: source, into: &list)
        default: break
        }
        for fault in object["errors"]?.elements ?? [] {
            if let text = fault.text, !text.isEmpty { list.state("fault", text: text, source: source) }
        }
    }

    private static func outlet(_ object: DecodedValue, source: String?, into list: inout StatementList) {
        list.state("switch.on", object["output"]?.isOn, source: source)
        list.number("power", object["apower"], unit: "W", source: source)
        list.number("voltage", object["voltage"], unit: "V", source: source)
        list.number("current", object["current"], unit: "A", source: source)
        if let watthours = object["aenergy"]?["total"]?.number {
            list.number("energy", DecodedValue(number: watthours / 1_000), unit: "kWh", source: source)
        }
        list.number("device_temperature", object["temperature"]?["tC"], unit: "Cel", source: source)
    }

    private static func volts(_ value: DecodedValue?) -> DecodedValue? {
        value?.number.map { DecodedValue(number: ($0 * 1_000).rounded()) }
    }
}
