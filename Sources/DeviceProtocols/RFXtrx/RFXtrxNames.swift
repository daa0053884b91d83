/// The names that pyRFXtrx 0.34 gives to what packets hold: what a support person finds when searching for
/// them. Tables by the byte that stands in the packet.
enum RFXtrxNames {
    /// The receiver's type byte.
    static let interface: [UInt8: String] = [
        0x50: "310MHz", 0x51: "315MHz", 0x53: "433.92MHz", 0x55: "868.00MHz", 0x56: "868.00MHz FSK",
        0x57: "868.30MHz", 0x58: "868.30MHz FSK", 0x59: "868.35MHz", 0x5A: "868.35MHz FSK", 0x5B: "868.95MHz",
        0x5C: "868.30MHz FSK PKT", 0x5D: "868.35MHz FSK PKT", 0x5E: "868.40MHz FSK PKT",
    ]
    /// Bit by bit, least first, of the four bytes that say what the interface listens for.
    static let receivingModes = [
        [
            "aeblyss", "rubicson", "fineoffset", "lighting4", "rsl",
            "byronsx", "imagintronix", "undecoded",
        ],
        [
            "mertik", "adlightwave", "hideki", "lacrosse", "fs20",
            "proguard", "blindst0", "blindst1234",
        ],
        [
            "x10", "arc", "ac", "homeeasy", "meiantech",
            "oregon", "ati", "visonic",
        ],
        [
            "keeloq", "homeconfort",
        ],
    ]
    /// By subtype: which protocol an undecoded frame looked like.
    static let undecoded: [UInt8: String] = [
        0x00: "ac", 0x01: "arc", 0x02: "ati", 0x03: "hideki/upm", 0x04: "lacrosse/viking", 0x05: "ad",
        0x06: "mertik", 0x07: "oregon1", 0x08: "oregon2", 0x09: "oregon3", 0x0A: "proguard", 0x0B: "visonic",
        0x0C: "nec", 0x0D: "fs20", 0x0E: "reserved", 0x0F: "blinds", 0x10: "rubicson", 0x11: "ae",
        0x12: "fineoffset", 0x13: "rgb", 0x14: "rts", 0x15: "selectplus", 0x16: "homeconfort", 0x17: "edisio",
        0x18: "honeywell", 0x19: "funkbus", 0x1A: "byronsx",
    ]
    /// By subtype.
    static let security1: [UInt8: String] = [
        0x00: "X10 Security", 0x01: "X10 Security Motion Detector", 0x02: "X10 Security Remote",
        0x03: "KD101 Smoke Detector", 0x04: "Visonic Powercode Door/Window Sensor Primary Contact",
        0x05: "Visonic Powercode Motion Detector", 0x06: "Visonic Codesecure",
        0x07: "Visonic Powercode Door/Window Sensor Auxilary Contact", 0x08: "Meiantech",
        0x09: "Alecto SA30 Smoke Detector", 0x0A: "RM174RF Smoke Detector",
    ]
    /// By status, without the tamper bit.
    static let securityStatus: [UInt8: String] = [
        0x00: "Normal", 0x01: "Normal Delayed", 0x02: "Alarm", 0x03: "Alarm Delayed", 0x04: "Motion",
        0x05: "No Motion", 0x06: "Panic", 0x07: "End Panic", 0x08: "IR", 0x09: "Arm Away", 0x0A: "Arm Away Delayed",
        0x0B: "Arm Home", 0x0C: "Arm Home Delayed", 0x0D: "Disarm", 0x10: "Light 1 Off", 0x11: "Light 1 On",
        0x12: "Light 2 Off", 0x13: "Light 2 On", 0x14: "Dark Detected", 0x15: "Light Detected", 0x16: "Battery low",
        0x17: "Pairing KD101",
    ]
}
