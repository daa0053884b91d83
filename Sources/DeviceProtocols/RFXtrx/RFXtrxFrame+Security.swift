import GatewayCore

// Alarm sensors and remotes.
extension RFXtrxFrame {
    mutating func readSecurity1(_ bytes: [UInt8]) {
        let id = Hexadecimal.lowerCase(bytes[4...6])
        identify(id)
        let status = bytes[7] & 0x7F
        let isTampered = bytes[7] & 0x80 != 0
        set("status", Int(status))
        set("tamper", bit: isTampered)
        name(RFXtrxNames.security1, id: id + ":32")
        say("id_combined", Self.number(bytes[4...6]))
        say("security1_status", Int(status))
        let word = DecodedValue.text(RFXtrxNames.securityStatus[status] ?? "unknown")
        say("security1_status_string", word)
        say("tamper", .flag(isTampered))
        tell("Sensor Status", word)
        tell("Tamper", .flag(isTampered))
        // KD101, Alecto SA30 and RM174RF do not report a battery.
        readLast(bytes[8], hasBattery: ![0x03, 0x09, 0x0A].contains(subtype))
    }

    mutating func readSecurity2(_ bytes: [UInt8]) {
        // KeeLoq: 28 bits of serial number, least byte first, and above them the four buttons.
        let id = String(Hexadecimal.lowerCase([bytes[11] & 0x0F, bytes[10], bytes[9], bytes[8]]).dropFirst())
        identify(id)
        set("command", Int(bytes[11] >> 4))
        say("type_string", .text("KeeLoq"))
        say("id_string", .text(id))
        say("buttons", Int(bytes[11] >> 4))
        readLast(bytes[28])
    }
}
