/// RFXtrx: thermometers, and the senders of type security1.
enum RFXtrxStatements {
    /// Subtypes of security1.
    private enum Sender {
        case contact, motion, remote, smoke

        init?(_ subtype: Int64) {
            switch subtype {
            case 0x00, 0x04, 0x07: self = .contact
            case 0x01, 0x05: self = .motion
            case 0x02, 0x06, 0x08: self = .remote
            case 0x03, 0x09, 0x0A: self = .smoke
            default: return nil
            }
        }
    }

    static func read(_ frame: DecodedValue, into list: inout StatementList) {
        list.number("temperature", frame["temp"], unit: "Cel")
        list.number("humidity", frame["humidity"], unit: "%")
        guard case .integer(let told)? = frame["security1_status"] else { return }
        security(told & 0x7F, frame, into: &list)
        list.state("tamper", frame["event_values"]?["Tamper"]?.isOn ?? (told & 0x80 != 0))
    }

    private static func security(_ status: Int64, _ frame: DecodedValue, into list: inout StatementList) {
        guard case .integer(let subtype)? = frame["subtype"], let sender = Sender(subtype) else { return }
        switch (sender, status) {
        // 0 normal, 2 alarm, each also delayed.
        case (.contact, 0), (.contact, 1): list.state("contact.open", false)
        case (.contact, 2), (.contact, 3): list.state("contact.open", true)
        case (.motion, 2), (.motion, 3), (.motion, 4): list.state("motion", true)
        case (.motion, 5): list.state("motion", false)
        case (.remote, 6): list.press(.text("panic"))
        case (.remote, 7): list.event("button.release", .text("end panic"))
        // Smoke detectors say "panic" for smoke.
        case (.smoke, 6): list.state("smoke", true)
        case (.smoke, 0), (.smoke, 7): list.state("smoke", false)
        case (_, 0x16): list.state("battery_low", true)
        default: return
        }
    }
}
