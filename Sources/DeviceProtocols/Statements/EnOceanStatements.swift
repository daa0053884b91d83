/// EnOcean: what the values of a telegram's equipment profile (EEP) say.
package enum EnOceanStatements {
    /// - Parameter isProfileGiven: somebody said by which profile the telegram is to be read. Without that a
    ///   telegram of one byte (RPS) says nothing: the same byte is a rocker's button or a smoke alarm.
    package static func read(_ frame: DecodedValue, isProfileGiven: Bool, into list: inout StatementList) {
        guard let eep = frame["eep"]?.text, let values = frame["values"] else { return }
        let family = String(eep.prefix(5))
        guard isProfileGiven || !eep.hasPrefix("F6") else { return }
        switch family {
        // 1 is closed.
        case "D5-00", "D2-14": list.state("contact.open", raw(values["CO"]).map { $0 == 0 })
        case "A5-14": list.state("contact.open", raw(values["CT"]).map { $0 == 1 })
        case "F6-02", "F6-03": rocker(values, into: &list)
        case "F6-05": detector(values, into: &list)
        case "A5-07": motion(values, into: &list)
        case "A5-02", "A5-04":
            list.number("temperature", values["TMP"]?["value"], unit: "Cel")
            list.number("humidity", values["HUM"]?["value"], unit: "%")
        default: return
        }
    }

    private static func raw(_ value: DecodedValue?) -> Int64? {
        if case .integer(let raw)? = value?["raw"] { return raw }
        return nil
    }

    private static func rocker(_ values: DecodedValue, into list: inout StatementList) {
        switch raw(values["EB"]) {
        case 1: list.press(values["R1"]?["value"])
        // A release does not say of which button.
        case 0: list.event("button.release", .text("released"))
        default: return
        }
    }

    /// F6-05-01 is a leak detector, F6-05-02 a smoke detector.
    private static func detector(_ values: DecodedValue, into list: inout StatementList) {
        if let water = raw(values["WAS"]) { list.state("leak", water == 0x11) }
        switch raw(values["SMO"]) {
        case 0x10: list.state("smoke", true)
        case 0x00: list.state("smoke", false)
        case 0x30: list.state("battery_low", true)
        default: return
        }
    }

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
}
