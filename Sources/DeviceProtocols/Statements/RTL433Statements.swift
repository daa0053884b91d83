/// rtl_433: `<base>/<host>/events`, `…/states`, `…/devices/…/<key>` and `…/availability`.
///
/// A model's name is not proof: a remote control is decoded as a smoke alarm, and one transmission as three
/// models. Where a message consists of a model and a code and of nothing that the sender measured, it says
/// nothing here; only a profile of an enrolled device can tell what its code means.
enum RTL433Statements {
    private static let keys: [String: NamedQuantity] = [
        "temperature_C": .number("temperature", "Cel"),
        "temperature_F": NamedQuantity("temperature", .fahrenheit),
        "humidity": .number("humidity", "%"),
        "pressure_hPa": .number("pressure", "hPa"),
        "light_lux": .number("illuminance", "lx"),
        "power_W": .number("power", "W"),
        "energy_kWh": .number("energy", "kWh"),
        "voltage_V": .number("voltage", "V"),
        "current_A": .number("current", "A"),
        "co2_ppm": .number("co2", "[ppm]"),
        "motion": .flag("motion"),
        "tamper": .flag("tamper"),
        "contact_open": .flag("contact.open"),
        "detect_wet": .flag("leak"),
        // Kerui-Security, Acurite with a probe.
        "water": .flag("leak"),
        "battery_mV": .number("battery_voltage", "mV"),
    ]

    static func read(_ message: PublishedMessage, into list: inout StatementList) {
        let levels = message.levels
        guard let last = levels.last else { return }
        if last == "availability" {
            list.device = levels.dropLast().joined(separator: "/")
            list.available(["online": true, "offline": false][message.text], bridge: true)
        } else if let devices = levels.lastIndex(of: "devices"), devices + 2 < levels.count {
            // One topic for each value: what stands between is the model and whatever identity it has.
            list.device = levels[(devices + 1)..<(levels.count - 1)].joined(separator: "/")
            read([.init(last, message.value)], model: levels[devices + 1], into: &list)
        } else {
            list.device = identity(message)
            read(message.members, model: message["model"]?.text ?? "", into: &list)
        }
    }

    /// "Cavius-Door/dc3ce3126533": the model, then the channel or unit, then the id, which some models call
    /// otherwise.
    private static func identity(_ message: PublishedMessage) -> String? {
        guard let model = message["model"]?.text, !model.isEmpty else { return nil }
        let id = message["id"] ?? message["device"]
        let parts = ["channel", "unit"].compactMap { message[$0] } + [id].compactMap(\.self)
        return ([model] + parts.map { $0.text ?? $0.json }).joined(separator: "/")
    }

    private static func read(
        _ members: [DecodedValue.Member], model: String, into list: inout StatementList
    ) {
        let object = DecodedValue.object(members)
        if model.hasPrefix("Interlogix") {
            interlogix(object, into: &list)
        } else if model.hasPrefix("X10 Security") || model.hasPrefix("X10-Security") {
            x10(object["event"]?.text ?? "", into: &list)
        } else if let isOpen = isOpen(object) {
            list.state("contact.open", isOpen)
        } else if object["event"]?.text == "Water Leak", object["detect_wet"] == nil {
            list.state("leak", true)
        } else if isLeakDetector(model) {
            list.state("leak", object["alarm"]?.isOn)
        }
        for member in members where member.name != "contact_open" && !isSecondTemperature(member, object) {
            keys[member.name]?.state(member.value, into: &list)
        }
        battery(object, into: &list)
        if object["heartbeat"]?.isOn == true { list.event("heartbeat", .flag(true)) }
    }

    /// Those whose `alarm` is water, behind a checksum.
    private static func isLeakDetector(_ model: String) -> Bool {
        model.hasPrefix("Bresser-Leakage") || model.hasPrefix("Fineoffset-WH55")
    }

    private static func isSecondTemperature(_ member: DecodedValue.Member, _ object: DecodedValue) -> Bool {
        member.name == "temperature_F" && object["temperature_C"] != nil
    }

    /// `battery_ok` is 1, 0, or a fraction between; older versions have `battery`, "OK" or "LOW".
    private static func battery(_ object: DecodedValue, into list: inout StatementList) {
        if let told = object["battery_ok"]?.number {
            switch told {
            case 0: list.state("battery_low", true)
            case 1: list.state("battery_low", false)
            case 0...1: list.number("battery", DecodedValue(number: (told * 100).rounded()), unit: "%")
            default: return
            }
        } else if let word = object["battery"]?.text?.uppercased() {
            list.state("battery_low", ["LOW": true, "OK": false][word])
        }
    }

    private static func isOpen(_ object: DecodedValue) -> Bool? {
        for name in ["contact_open", "opened"] {
            if let isOpen = object[name]?.isOn { return isOpen }
        }
        if let isClosed = object["closed"]?.isOn { return !isClosed }
        for name in ["state", "event"] {
            switch object[name]?.text?.lowercased() {
            case "open": return true
            case "closed", "close": return false
            default: continue
            }
        }
        return nil
    }

    /// Which of the five switches is which depends on the model; those of the motion sensor are known.
    private static func interlogix(_ object: DecodedValue, into list: inout StatementList) {
        guard object["subtype"]?.text == "motion" else { return }
        list.state("motion", open(object["switch1"]))
        list.state("tamper", open(object["switch2"]))
    }

    private static func open(_ value: DecodedValue?) -> Bool? {
        value?.text.flatMap { ["OPEN": true, "CLOSED": false][$0.uppercased()] }
    }

    /// "DS10A DOOR/WINDOW OPEN": the decoder's own words, with the maker's model before them.
    private static func x10(_ event: String, into list: inout StatementList) {
        let words = event.uppercased()
        if words.contains("DOOR/WINDOW") {
            if words.contains("OPEN") { list.state("contact.open", true) }
            if words.contains("CLOSED") { list.state("contact.open", false) }
        } else if words.contains("MOTION TRIPPED") {
            list.state("motion", true)
        } else if words.contains("MOTION READY") {
            list.state("motion", false)
        } else if words.contains("PANIC") {
            list.press(.text("panic"))
        }
    }
}
