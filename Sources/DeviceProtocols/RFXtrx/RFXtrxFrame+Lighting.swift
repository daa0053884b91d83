import GatewayCore

// Remotes, switches, cheap sensors on their codes, and bells.
extension RFXtrxFrame {
    mutating func readLighting1(_ bytes: [UInt8]) -> Bool {
        guard (UInt8(ascii: "A")...UInt8(ascii: "P")).contains(bytes[4]) else { return false }
        let house = String(UnicodeScalar(bytes[4]))
        identify(house.lowercased() + String(bytes[5]))
        set("unit", Int(bytes[5]))
        set("group", bit: bytes[6] == 5 || bytes[6] == 6)
        name(RFXtrxNames.lighting1, id: house + String(bytes[5]))
        say("housecode", Int(bytes[4]))
        say("unitcode", Int(bytes[5]))
        command(bytes[6], RFXtrxNames.lighting1Commands)
        readSignal(bytes[7])
        return true
    }

    mutating func readLighting2(_ bytes: [UInt8]) {
        let id = String(Hexadecimal.lowerCase(bytes[4...7]).dropFirst(bytes[4] < 0x10 ? 1 : 0))
        identify(id, unit: String(bytes[8]))
        set("unit", Int(bytes[8]))
        set("group", bit: (3...5).contains(bytes[9]))
        set("level", Int(bytes[10]))
        name(RFXtrxNames.lighting2, id: id + ":" + String(bytes[8]))
        say("id_combined", Self.number(bytes[4...7]))
        say("unitcode", Int(bytes[8]))
        command(bytes[9], RFXtrxNames.lighting2Commands)
        say("level", Int(bytes[10]))
        if bytes[9] == 2 || bytes[9] == 5 { tell("Dim level", .integer((Int64(bytes[10]) + 1) * 100 / 16)) }
        readSignal(bytes[11])
    }

    mutating func readLighting3(_ bytes: [UInt8]) {
        identify(Hexadecimal.lowerCase([bytes[4]]), unit: Hexadecimal.lowerCase([bytes[6], bytes[5]]))
        let channel = Int(bytes[6]) << 8 | Int(bytes[5])
        name(
            RFXtrxNames.lighting3,
            id: String(bytes[4], radix: 16) + ":" + Self.padded(channel, digits: 3))
        say("system", Int(bytes[4]))
        say("channel", channel)
        command(bytes[7], RFXtrxNames.lighting3Commands)
        set("battery", Int(bytes[8] & 0x0F))
        say("battery", Int(bytes[8] & 0x0F))
        readSignal(bytes[8])
    }

    mutating func readLighting4(_ bytes: [UInt8]) {
        let code = Hexadecimal.lowerCase(bytes[4...6])
        identify(code)
        identify(String(code.dropLast()))
        set("command", Int(bytes[6] & 0x0F))
        let pulse = Self.number(bytes[7...8])
        set("pulse", pulse)
        name(RFXtrxNames.lighting4, id: code)
        say("cmd", Self.number(bytes[4...6]))
        say("pulse", pulse)
        // pyRFXtrx looks the name up by the middle byte.
        let unknown = "Unknown command (\(Self.hexadecimal(Self.number(bytes[4...6]), digits: 2)))"
        commandName(RFXtrxNames.lighting4Commands[bytes[5]] ?? unknown)
        readSignal(bytes[9])
    }

    mutating func readLighting5(_ bytes: [UInt8]) {
        let id = Hexadecimal.lowerCase(bytes[4...6])
        identify(id, unit: String(bytes[7]))
        set("unit", Int(bytes[7]))
        set("level", Int(bytes[9]))
        name(RFXtrxNames.lighting5, id: id + ":" + String(bytes[7]))
        say("id_combined", Self.number(bytes[4...6]))
        say("unitcode", Int(bytes[7]))
        command(bytes[8], RFXtrxNames.lighting5Commands(subtype))
        say("level", Int(bytes[9]))
        if bytes[8] == 0x10 { tell("Dim level", .integer((Int64(bytes[9]) + 1) * 100 / 32)) }
        readSignal(bytes[10])
    }

    mutating func readLighting6(_ bytes: [UInt8]) {
        let isLetter = (UInt8(ascii: "A")...UInt8(ascii: "P")).contains(bytes[6])
        let letter = String(UnicodeScalar(bytes[6]))
        let id = Hexadecimal.lowerCase(bytes[4...5])
        let group = isLetter ? letter.lowercased() : Hexadecimal.lowerCase([bytes[6]]) + "-"
        identify(id, unit: group + String(bytes[7]))
        set("unit", Int(bytes[7]))
        set("group", bit: bytes[8] == 2 || bytes[8] == 3)
        name(RFXtrxNames.lighting6, id: id + ":" + letter + String(bytes[7]))
        say("id_combined", Self.number(bytes[4...5]))
        say("groupcode", Int(bytes[6]))
        say("unitcode", Int(bytes[7]))
        command(bytes[8], RFXtrxNames.lighting6Commands)
        say("cmndseqnbr", Int(bytes[9]))
        say("level", .null)
        readSignal(bytes[11])
    }

    mutating func readChime(_ bytes: [UInt8]) {
        identify(Hexadecimal.lowerCase(bytes[4...5]))
        set("sound", Int(bytes[6]))
        name(RFXtrxNames.chime, id: Hexadecimal.lowerCase([bytes[4]]) + ":" + Hexadecimal.lowerCase([bytes[5]]))
        say("sound", Int(bytes[6]))
        say("cmnd", .null)
        commandName(bytes[6] < 16 ? "Sound \(bytes[6])" : "Sound")
        tell("Sound", .integer(Int64(bytes[6])))
        readSignal(bytes[7])
    }
}
