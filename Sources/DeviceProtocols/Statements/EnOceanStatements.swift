/// EnOcean: what the values of a telegram's equipment profile (EEP) say.
package enum EnOceanStatements {
    /// - Parameter isProfileGiven: somebody said by which profile the telegram is to be read. Without that a
    ///   telegram of one byte (RPS) says nothing: the same byte is a rocker's button or a smoke alarm.
    package static func read(_ frame: DecodedValue, isProfileGiven: Bool, into list: inout StatementList) {
        // A device that is taught in tells who it is, and nothing of the home.
        guard frame["teach_in"] == nil, let eep = frame["eep"]?.text, let values = frame["values"] else { return }
        guard isProfileGiven || !eep.hasPrefix("F6") else { return }
        switch eep.prefix(5) {
        case "F6-01": button(values["PB"], pressed: 1, into: &list)
        case "F6-02", "F6-03": rocker(values, into: &list)
        case "F6-05": detector(values, into: &list)
        case "F6-10": handle(values, data: frame["data_hex"]?.text, into: &list)
        case "A5-07": motion(values, into: &list)
        case "A5-12": meter(values, into: &list)
        case "A5-30": input(values, into: &list)
        default: break
        }
        contact(values, eep, into: &list)
        room(values, eep, into: &list)
    }

    private static func raw(_ value: DecodedValue?) -> Int64? {
        if case .integer(let raw)? = value?["raw"] { return raw }
        return nil
    }

    // MARK: - Fingers

    private static func button(_ value: DecodedValue?, pressed: Int64, into list: inout StatementList) {
        guard let told = raw(value) else { return }
        if told == pressed {
            list.press(value?["value"])
        } else {
            list.event("button.release", .text("released"))
        }
    }

    private static func rocker(_ values: DecodedValue, into list: inout StatementList) {
        switch raw(values["EB"]) {
        // Without NU it tells how many are pressed, and not which.
        case 1 where values["NU"]?["raw"] != nil && raw(values["NU"]) == 0: list.press(.text("several buttons"))
        case 1:
            list.press(values["R1"]?["value"])
            if raw(values["SA"]) == 1 { list.press(values["R2"]?["value"]) }
        // A release does not say of which button.
        case 0: list.event("button.release", .text("released"))
        default: return
        }
    }

    // MARK: - Alarms, doors and windows

    /// F6-05-01 is a leak detector, which has one byte that means something; F6-05-02 a smoke detector.
    private static func detector(_ values: DecodedValue, into list: inout StatementList) {
        if raw(values["WAS"]) == 0x11 { list.state("leak", true) }
        switch raw(values["SMO"]) {
        case 0x10: list.state("smoke", true)
        case 0x00: list.state("smoke", false)
        case 0x30: list.state("battery_low", true)
        default: return
        }
    }

    /// Down is shut, to the side is open, up is tilted, which counts as open. A position has both its highest bits.
    private static func handle(_ values: DecodedValue, data: String?, into list: inout StatementList) {
        guard let position = raw(values["WIN"]), let told = data?.dropFirst(2).first?.hexDigitValue, told & 0xC == 0xC
        else { return }
        list.state("contact.open", position != 3)
    }

    private static func contact(_ values: DecodedValue, _ eep: String, into list: inout StatementList) {
        switch eep.prefix(5) {
        // 1 is closed.
        case "D5-00", "D2-14": list.state("contact.open", raw(values["CO"]).map { $0 == 0 })
        case "A5-14":
            list.state("contact.open", raw(values["CT"]).map { $0 == 1 })
            list.state("vibration", raw(values["VIB"]).map { $0 == 1 })
        default: return
        }
    }

    /// A5-30-01 tells the input by a byte, open from 196 on; A5-30-02 by a bit.
    private static func input(_ values: DecodedValue, into list: inout StatementList) {
        guard let told = values["IPS"]?["value"]?.text else { return }
        list.state("contact.open", told == "Contact open")
        list.state("battery_low", raw(values["SVC"]).map { $0 <= 120 })
    }

    // MARK: - Movement

    /// Motion from 128 on, and where there is one bit, at 1.
    private static func motion(_ values: DecodedValue, into list: inout StatementList) {
        guard let value = values["PIR"] ?? values["PIRS"], let raw = raw(value) else { return }
        switch value["value"]?.text {
        case "on", "Motion detected": list.state("motion", true)
        // The last is the profile's word for what others call off.
        case "off", "Uncertain of occupancy status": list.state("motion", false)
        default: list.state("motion", raw >= 128)
        }
    }

    // MARK: - Measured values

    private static func room(_ values: DecodedValue, _ eep: String, into list: inout StatementList) {
        switch eep.prefix(5) {
        case "A5-08":
            // Both bits are turned round.
            list.state("motion", raw(values["PIRS"]).map { $0 == 0 })
            if raw(values["OCC"]) == 0 { list.press(values["OCC"]?["value"]) }
        case "A5-06":
            // RS says which of two measurements counts.
            let counts = raw(values["RS"]) == 1 ? "ILL2" : "ILL1"
            list.number("illuminance", measured(counts, values, eep), unit: "lx")
        case "A5-02", "A5-04", "A5-07", "A5-09", "A5-10", "A5-14", "D2-14": break
        default: return
        }
        if raw(values["TSN"]) != 0 { list.number("temperature", measured("TMP", values, eep), unit: "Cel") }
        list.number("humidity", measured("HUM", values, eep), unit: "%")
        list.number("illuminance", measured("ILL", values, eep), unit: "lx")
        if eep == "A5-09-04" { list.number("co2", measured("Conc", values, eep), unit: "[ppm]") }
    }

    /// A value that its profile gives no meaning beyond a range is none there: those numbers stand for faults.
    private static func measured(_ shortcut: String, _ values: DecodedValue, _ eep: String) -> DecodedValue? {
        guard let value = values[shortcut], let raw = raw(value) else { return nil }
        let field = EquipmentProfile.find(eep)?.profile.messages.first?.fields.first { $0.shortcut == shortcut }
        return field?.isMeasured(Int(clamping: raw)) == false ? nil : value["value"]
    }

    private static func meter(_ values: DecodedValue, into list: inout StatementList) {
        guard let reading = values["MR"]?["value"]?.number, let divisor = raw(values["DIV"]) else { return }
        let scaled = DecodedValue(number: reading / [1, 10, 100, 1_000][Int(divisor & 3)])
        switch values["DT"]?["value"]?.text {
        case "W": list.number("power", scaled, unit: "W")
        case "kWh": list.number("energy", scaled, unit: "kWh")
        // Gas and water count volumes, for which the gateway has no capability.
        default: return
        }
    }
}
