// Lighting, bells, blinds and wall transmitters: types by subtype, commands by their byte.
extension RFXtrxNames {
    static let lighting1: [UInt8: String] = [
        0x00: "X10 lighting", 0x01: "ARC", 0x02: "ELRO AB400D", 0x03: "Waveman", 0x04: "Chacon EMW200",
        0x05: "IMPULS", 0x06: "RisingSun", 0x07: "Philips SBC", 0x08: "Energenie", 0x09: "Energenie5", 0x0A: "GDR2",
        0x0B: "HQ",
    ]
    static let lighting1Commands: [UInt8: String] = [
        0x00: "Off", 0x01: "On", 0x02: "Dim", 0x03: "Bright", 0x05: "All/group Off", 0x06: "All/group On",
        0x07: "Chime", 0xFF: "Illegal command",
    ]
    static let lighting2: [UInt8: String] = [
        0x00: "AC", 0x01: "HomeEasy EU", 0x02: "ANSLUT", 0x03: "Kambrook",
    ]
    static let lighting2Commands: [UInt8: String] = [
        0x00: "Off", 0x01: "On", 0x02: "Set level", 0x03: "Group off", 0x04: "Group on", 0x05: "Set group level",
    ]
    static let lighting3: [UInt8: String] = [
        0x00: "Ikea Koppla",
    ]
    static let lighting3Commands: [UInt8: String] = [
        0x00: "Bright", 0x08: "Dim", 0x10: "On", 0x11: "Level 1", 0x12: "Level 2", 0x13: "Level 3", 0x14: "Level 4",
        0x15: "Level 5", 0x16: "Level 6", 0x17: "Level 7", 0x18: "Level 8", 0x19: "Level 9", 0x1A: "Off",
        0x1C: "Program",
    ]
    static let lighting4: [UInt8: String] = [
        0x00: "PT2262",
    ]
    static let lighting4Commands: [UInt8: String] = [
        0x00: "Off", 0x01: "On", 0x02: "Off", 0x03: "On", 0x04: "Off", 0x05: "On", 0x07: "On", 0x09: "On",
        0x0C: "On",
    ]
    static let lighting5: [UInt8: String] = [
        0x00: "LightwaveRF, Siemens", 0x01: "EMW100 GAO/Everflourish", 0x02: "BBSB new types",
        0x03: "MDREMOTE LED dimmer", 0x04: "Conrad RSL2", 0x05: "Livolo", 0x06: "TRC02", 0x07: "Aoke",
        0x08: "TRC02_2", 0x09: "Eurodomest", 0x0A: "Livolo appliance", 0x0B: "RGB432W", 0x0C: "MDREMOTE 107",
        0x0D: "Legrand CAD", 0x0E: "Avantek", 0x0F: "ProMax/IT", 0x10: "MDREMOTE 108", 0x11: "Kangtai",
    ]

    static func lighting5Commands(_ subtype: UInt8) -> [UInt8: String] {
        switch subtype {
        case 0x00: lightwaveCommands
        case 0x01: everflourishCommands
        case 0x02, 0x04: groupCommands
        case 0x03: dimmerCommands
        // pyRFXtrx names on and off first, then the groups.
        case 0x0F...: groupCommands
        default: onOffCommands
        }
    }

    static let lightwaveCommands: [UInt8: String] = [
        0x00: "Off", 0x01: "On", 0x02: "Group off", 0x03: "Mood1", 0x04: "Mood2", 0x05: "Mood3", 0x06: "Mood4",
        0x07: "Mood5", 0x0A: "Unlock", 0x0B: "Lock", 0x0C: "All lock", 0x0D: "Close (inline relay)",
        0x0E: "Stop (inline relay)", 0x0F: "Open (inline relay)", 0x10: "Set level",
    ]
    static let everflourishCommands: [UInt8: String] = [
        0x00: "Off", 0x01: "On", 0x02: "Learn",
    ]
    static let groupCommands: [UInt8: String] = [
        0x00: "Off", 0x01: "On", 0x02: "Group off", 0x03: "Group on",
    ]
    static let dimmerCommands: [UInt8: String] = [
        0x00: "Power", 0x01: "Light", 0x02: "Bright", 0x03: "Dim", 0x04: "100%", 0x05: "50%", 0x06: "25%",
        0x07: "Mode+", 0x08: "Speed-", 0x09: "Speed+", 0x0A: "Mode-",
    ]
    static let onOffCommands: [UInt8: String] = [
        0x00: "Off", 0x01: "On",
    ]
    static let lighting6: [UInt8: String] = [
        0x00: "Blyss",
    ]
    static let lighting6Commands: [UInt8: String] = [
        0x00: "On", 0x01: "Off", 0x02: "Group on", 0x03: "Group off",
    ]
    static let chime: [UInt8: String] = [
        0x00: "Byron SX", 0x01: "Byron MP001", 0x02: "Select Plus", 0x03: "Select Plus 3", 0x04: "Envivo",
    ]
    static let rollerTrol: [UInt8: String] = [
        0x00: "RollerTrol", 0x01: "BlindsT1 / Hasta old", 0x02: "BlindsT2 / A-OK RF01",
        0x03: "BlindsT3 / A-OK AC114", 0x04: "BlindsT4 / Raex YR1326", 0x05: "BlindsT5 / Media Mount",
        0x06: "BlindsT6 / DC106/Rohrmotor24-RMF/Yooda", 0x07: "BlindsT7 / Forest",
    ]
    static let rollerTrolCommands: [UInt8: String] = [
        0x00: "Up", 0x01: "Down", 0x02: "Stop",
    ]
    static let rfy: [UInt8: String] = [
        0x00: "Rfy", 0x01: "Rfy Extended", 0x03: "ASA",
    ]
    static let rfyCommands: [UInt8: String] = [
        0x00: "Stop", 0x01: "Up", 0x03: "Down", 0x07: "Program", 0x0F: "0.5 Seconds Up", 0x10: "0.5 Seconds Down",
        0x11: "2 Seconds Up", 0x12: "2 Seconds Down", 0x13: "Enable sun automation", 0x14: "Disable sun automation",
    ]
    static let blinds: [UInt8: String] = [
        0x00: "Brel/Dooya DDxxxx",
    ]
    static let blindsCommands: [UInt8: String] = [
        0x00: "Up", 0x01: "Down", 0x02: "Stop", 0x03: "P2", 0x04: "Percent", 0x05: "Angle", 0x06: "Percent+Angle",
        0x07: "Hold Up", 0x08: "Hold Stop", 0x09: "Hold Up+Down", 0x0A: "Hold Stop+Up", 0x0B: "Hold Stop+Down",
    ]
    static let funkbus: [UInt8: String] = [
        0x00: "Gira remote", 0x01: "Insta remote",
    ]
    static let funkbusCommands: [UInt8: String] = [
        0x00: "Down", 0x01: "Up", 0x02: "All Off", 0x03: "All On", 0x04: "Scene", 0x05: "Down*", 0x06: "Up*",
    ]

    /// How long a key was held: in quarters of a second from one second on.
    static func funkbusTime(_ code: UInt8) -> String {
        switch code {
        case 0: return "short"
        case 1: return "1 sec"
        case 2...45:
            let hundredths = 75 + 25 * Int(code)
            let rest = hundredths % 100
            return "\(hundredths / 100).\(rest == 0 ? "00" : String(rest)) sec"
        default: return "Unknown time (0x\(String(code, radix: 16)))"
        }
    }
}
