/// Tasmota: `<prefix>/<topic>/…` with the prefixes `tele` and `stat`, also the other way round.
enum TasmotaStatements {
    private static let readings: [String: NamedQuantity] = [
        "Humidity": .number("humidity", "%"),
        "Illuminance": .number("illuminance", "lx"),
        "Pressure": .number("pressure", "hPa"),
        "CarbonDioxide": .number("co2", "[ppm]"),
        "eCO2": .number("co2", "[ppm]"),
    ]

    /// Of `ENERGY`: each may be an array, one element a channel.
    private static let energies: [(name: String, quantity: NamedQuantity)] = [
        ("Power", .number("power", "W")), ("Total", .number("energy", "kWh")),
        ("Current", .number("current", "A")), ("Voltage", .number("voltage", "V")),
    ]

    /// Of Zigbee devices at Tasmota's own coordinator.
    private static let zigbee: [String: NamedQuantity] = [
        "Temperature": .number("temperature", "Cel"),
        "Humidity": .number("humidity", "%"),
        "Pressure": .number("pressure", "hPa"),
        "Illuminance": .number("illuminance", "lx"),
        "BatteryPercentage": .number("battery", "%"),
        "Occupancy": .flag("motion"),
        "Contact": .flag("contact.open"),
        "Water": .flag("leak"),
        "Fire": .flag("smoke"),
        "CO": .flag("co"),
    ]

    static func read(_ message: PublishedMessage, into list: inout StatementList) {
        var levels = message.levels
        if levels.count == 4, levels[0] == "tasmota", levels[1] == "discovery" {
            announce(levels[2], levels[3], message, into: &list)
            return
        }
        guard levels.count >= 3, let last = levels.popLast() else { return }
        guard let prefix = levels.firstIndex(where: { ["tele", "stat", "cmnd"].contains($0) }) else { return }
        let isCommand = levels.remove(at: prefix) == "cmnd"
        list.device = levels.joined(separator: "/")
        guard !isCommand else { return }
        if last == "LWT" {
            list.available(["Online": true, "Offline": false][message.text])
        } else if isPower(last) {
            list.state("switch.on", message.value.isOn)
        } else {
            for member in message.members { read(member, message, into: &list) }
        }
    }

    /// POWER, POWER1 … POWER32.
    private static func isPower(_ name: String) -> Bool {
        name.hasPrefix("POWER") && name.dropFirst(5).allSatisfy(\.isNumber) && name.utf8.count <= 7
    }

    private static func read(
        _ member: DecodedValue.Member, _ message: PublishedMessage, into list: inout StatementList
    ) {
        let (name, value) = (member.name, member.value)
        if isNumbered(name, "Switch") {
            input(name, value, into: &list)
        } else if isNumbered(name, "Button") {
            guard let action = value["Action"]?.text, action != "CLEAR" else { return }
            list.press(.text(action), source: name)
        } else if isPower(name) {
            list.state("switch.on", value.isOn, source: name)
        } else if name == "RfReceived" {
            // A number with SetOption28.
            list.press(value["Data"].map { .text($0.text ?? $0.json) }, source: name)
        } else if name == "ZbReceived" {
            for device in value.members { zigbee(device, into: &list) }
        } else if name == "ENERGY" {
            energy(value, into: &list)
        } else {
            let isFahrenheit = message["TempUnit"]?.text == "F"
            sensor(name, value, isFahrenheit: isFahrenheit, into: &list)
        }
    }

    private static func isNumbered(_ name: String, _ word: String) -> Bool {
        name.hasPrefix(word) && name.utf8.count > word.utf8.count && name.dropFirst(word.count).allSatisfy(\.isNumber)
    }

    /// `"Switch1":"ON"`, and with SetOption114 `"Switch1":{"Action":"ON"}`.
    private static func input(_ name: String, _ value: DecodedValue, into list: inout StatementList) {
        let word = value["Action"]?.text ?? value.text
        switch word {
        case "ON", "OFF": list.state("input.on", word == "ON", source: name)
        case "TOGGLE", "HOLD": list.press(word.map(DecodedValue.text), source: name)
        default: return
        }
    }

    private static func sensor(
        _ name: String, _ value: DecodedValue, isFahrenheit: Bool, into list: inout StatementList
    ) {
        for member in value.members {
            switch member.name {
            case "Temperature":
                let celsius = isFahrenheit ? StatementList.celsius(member.value) : member.value
                list.number("temperature", celsius, unit: "Cel", source: name)
            case "Battery":
                battery(member.value, source: name, into: &list)
            default: readings[member.name]?.state(member.value, source: name, into: &list)
            }
        }
    }

    /// Percent of a BLE sensor, volts of a LoRa sensor: 3.0 is hardly a battery at three per cent, and a whole
    /// number is no voltage.
    private static func battery(_ value: DecodedValue, source: String, into list: inout StatementList) {
        if case .number = value, let volts = value.number, volts < 5 {
            list.number(
                "battery_voltage", DecodedValue(number: (volts * 1_000).rounded()), unit: "mV", source: source)
        } else {
            list.number("battery", value, unit: "%", source: source)
        }
    }

    private static func energy(_ value: DecodedValue, into list: inout StatementList) {
        for (name, quantity) in energies {
            guard let told = value[name] else { continue }
            guard case .list(let channels) = told else {
                quantity.state(told, source: "ENERGY", into: &list)
                continue
            }
            for (place, channel) in channels.enumerated() {
                quantity.state(channel, source: "ENERGY\(place + 1)", into: &list)
            }
        }
    }

    private static func zigbee(_ device: DecodedValue.Member, into list: inout StatementList) {
        for member in device.value.members {
            if member.name == "Power" {
                list.state("switch.on", member.value.isOn, source: device.name)
            } else if member.name == "Panic" || member.name == "PersonalAlarm" {
                if member.value.isOn == true { list.press(.text("panic"), source: device.name) }
            } else if member.name == "BatteryVoltage" {
                let millivolts = member.value.number.map { DecodedValue(number: ($0 * 1_000).rounded()) }
                list.number("battery_voltage", millivolts, unit: "mV", source: device.name)
            } else {
                zigbee[member.name]?.state(member.value, source: device.name, into: &list)
            }
        }
    }

    /// `tasmota/discovery/<mac>/config`, which is retained; `…/sensors` beside it adds nothing here.
    private static func announce(
        _ mac: String, _ last: String, _ message: PublishedMessage, into list: inout StatementList
    ) {
        guard last == "config" else { return }
        list.device = message["t"]?.text ?? mac
        guard !message.text.isEmpty else {
            list.state("discovery.removed", text: mac)
            return
        }
        list.state("discovery.device", text: message["md"]?.text ?? mac)
    }
}
