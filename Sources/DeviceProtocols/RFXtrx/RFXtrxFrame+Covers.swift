import GatewayCore

// Blinds and wall transmitters.
extension RFXtrxFrame {
    mutating func readRollerTrol(_ bytes: [UInt8]) {
        readCover(bytes, RFXtrxNames.rollerTrol, RFXtrxNames.rollerTrolCommands)
        readSignal(bytes[9])
    }

    mutating func readRfy(_ bytes: [UInt8]) {
        readCover(bytes, RFXtrxNames.rfy, RFXtrxNames.rfyCommands)
        readSignal(bytes[12])
    }

    private mutating func readCover(_ bytes: [UInt8], _ types: [UInt8: String], _ commands: [UInt8: String]) {
        let id = Hexadecimal.lowerCase(bytes[4...6])
        identify(id, unit: String(bytes[7]))
        set("unit", Int(bytes[7]))
        name(types, id: id + ":" + String(bytes[7]))
        say("id_combined", Self.number(bytes[4...6]))
        say("unitcode", Int(bytes[7]))
        command(bytes[8], commands)
    }

    mutating func readBlinds(_ bytes: [UInt8]) {
        let id = Self.number(bytes[4...7])
        identify(Hexadecimal.lowerCase(bytes[4...7]), unit: String(bytes[8]))
        set("unit", Int(bytes[8]))
        name(RFXtrxNames.blinds, id: Self.padded(id, digits: 6) + ":" + String(bytes[8]))
        say("id_combined", id)
        say("unitcode", Int(bytes[8]))
        command(bytes[9], RFXtrxNames.blindsCommands)
        count("percent", "percent", nil, Int(bytes[10]))
        count("angle", "angle", nil, Int(bytes[11]))
        count("battery", "battery_level", nil, Int(bytes[12] & 0x0F))
        readSignal(bytes[12])
    }

    mutating func readFunkbus(_ bytes: [UInt8]) {
        let id = Hexadecimal.lowerCase(bytes[4...5])
        let unit = Hexadecimal.lowerCase(bytes[6...7])
        identify(id, unit: unit)
        set("unit", Int(bytes[7]))
        set("group", bit: bytes[8] == 2 || bytes[8] == 3)
        set("duration", Int(bytes[9]))
        name(RFXtrxNames.funkbus, id: id + ":" + unit)
        say("id_combined", Self.number(bytes[4...5]))
        say("groupcode", Int(bytes[6]))
        let group: DecodedValue = (0x41...0x43).contains(bytes[6]) ? .text(String(UnicodeScalar(bytes[6]))) : .null
        say("group_string", group)
        say("target", Int(bytes[7]))
        let target: DecodedValue =
            switch bytes[8] {
            case 0, 1: .text(String(bytes[7]))
            case 2, 3: .text("All")
            case 4: .text("Scene \(bytes[7])")
            case 5, 6: .text("Master")
            default: .null
            }
        say("target_string", target)
        command(bytes[8], RFXtrxNames.funkbusCommands)
        say("time", Int(bytes[9]))
        say("time_string", .text(RFXtrxNames.funkbusTime(bytes[9])))
        tell("Keypress", .text(RFXtrxNames.funkbusTime(bytes[9])))
    }
}
