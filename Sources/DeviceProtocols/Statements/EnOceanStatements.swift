/// EnOcean: what the values of a telegram's equipment profile (EEP) say.
enum EnOceanStatements {
    /// - Parameter isProfileGiven: somebody said by which profile the telegram is to be read. Without that a
    ///   telegram of one byte (RPS) says nothing: the same byte is a rocker's button or a smoke alarm.
    static func read(_ frame: DeviceFrame, isProfileGiven: Bool, into list: inout StatementList) {
        guard let eep = frame.decoded["eep"]?.text, isProfileGiven || !eep.hasPrefix("F6") else { return }
        // Only what the telegram tells: nothing of a teach-in, of a sensor that is not there, or beyond a range.
        let told = Set(frame.values.map(\.path))
        let values = DecodedValue.object(
            (frame.decoded["values"]?.members ?? []).filter { told.contains($0.name) })
        switch eep.prefix(5) {
        case "F6-01": button(values["PB"], into: &list)
        case "F6-02", "F6-03": rocker(values, into: &list)
        case "F6-05": detector(values, into: &list)
        // Down is shut, to the side is open, up is tilted, which counts as open.
        case "F6-10": list.state("contact.open", raw(values["WIN"]).map { $0 != 3 })
        // 1 is closed.
        case "D5-00": list.state("contact.open", raw(values["CO"]).map { $0 == 0 })
        case "A5-07": motion(values, into: &list)
        case "A5-12": meter(values, into: &list)
        case "A5-30": input(values, into: &list)
        default: break
        }
        room(values, eep, into: &list)
    }

    private static func raw(_ value: DecodedValue?) -> Int64? {
        if case .integer(let raw)? = value?["raw"] { return raw }
        return nil
    }

    // MARK: - Fingers

    private static func button(_ value: DecodedValue?, into list: inout StatementList) {
        switch raw(value) {
        case 1: list.press(value?["value"])
        case 0: list.event("button.release", .text("released"))
        default: return
        }
    }

    private static func rocker(_ values: DecodedValue, into list: inout StatementList) {
        switch raw(values["EB"]) {
        // Without NU it tells how many are pressed, and not which.
        case 1 where raw(values["NU"]) == 0: list.press(.text("several buttons"))
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

    /// Sensors of rooms, windows and doors: what each has of it.
    private static func room(_ values: DecodedValue, _ eep: String, into list: inout StatementList) {
        switch eep.prefix(5) {
        case "A5-08":
            // Both bits are turned round.
            list.state("motion", raw(values["PIRS"]).map { $0 == 0 })
            if raw(values["OCC"]) == 0 { list.press(values["OCC"]?["value"]) }
        case "A5-06":
            // RS says which of two measurements counts.
            list.number("illuminance", values[raw(values["RS"]) == 1 ? "ILL2" : "ILL1"]?["value"], unit: "lx")
        case "A5-14":
            list.state("contact.open", raw(values["CT"]).map { $0 == 1 })
            list.state("vibration", raw(values["VIB"]).map { $0 == 1 })
        // 1 is closed.
        case "D2-14": list.state("contact.open", raw(values["CO"]).map { $0 == 0 })
        case "A5-02", "A5-04", "A5-07", "A5-09", "A5-10": break
        default: return
        }
        list.number("temperature", values["TMP"]?["value"], unit: "Cel")
        list.number("humidity", values["HUM"]?["value"], unit: "%")
        list.number("illuminance", values["ILL"]?["value"], unit: "lx")
        if eep == "A5-09-04" { list.number("co2", values["Conc"]?["value"], unit: "[ppm]") }
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
