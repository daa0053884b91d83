// Sensors and meters: types by subtype.
extension RFXtrxNames {
    static let humidityStatus: [UInt8: String] = [
        0x00: "dry", 0x01: "comfort", 0x02: "normal", 0x03: "wet",
    ]
    static let forecast: [UInt8: String] = [
        0x00: "no forecast available", 0x01: "sunny", 0x02: "partly cloudy", 0x03: "cloudy", 0x04: "rain",
    ]
    static let barbecue: [UInt8: String] = [
        0x01: "BBQ1 - Maverick ET-732",
    ]
    static let temperature: [UInt8: String] = [
        0x01: "THR128/138, THC138", 0x02: "THC238/268,THN132,THWR288,THRN122,THN122,AW129/131", 0x03: "THWR800",
        0x04: "RTHN318", 0x05: "La Crosse TX2, TX3, TX4, TX17", 0x06: "TS15C", 0x07: "Viking 02811",
        0x08: "La Crosse WS2300", 0x09: "RUBiCSON", 0x0A: "TFA 30.3133", 0x0B: "WT0122",
    ]
    static let humidity: [UInt8: String] = [
        0x01: "LaCrosse TX3", 0x02: "LaCrosse WS2300", 0x03: "Inovalley S80",
    ]
    static let temperatureHumidity: [UInt8: String] = [
        0x01: "THGN122/123, THGN132, THGR122/228/238/268", 0x02: "THGR810, THGN800", 0x03: "RTGR328",
        0x04: "THGR328", 0x05: "WTGR800", 0x06: "THGR918/928, THGRN228, THGN500", 0x07: "TFA TS34C, Cresta",
        0x08: "WT260,WT260H,WT440H,WT450,WT450H", 0x09: "Viking 02035,02038", 0x0A: "Rubicson", 0x0B: "EW109",
        0x0C: "Imagintronix", 0x0D: "Alecto WS1700", 0x0E: "Alecto",
    ]
    static let temperatureHumidityBarometer: [UInt8: String] = [
        0x01: "BTHR918", 0x02: "BTHR918N, BTHR968",
    ]
    static let temperatureRain: [UInt8: String] = [
        0x01: "TR1 - WS1200",
    ]
    static let rain: [UInt8: String] = [
        0x01: "RGR126/682/918", 0x02: "PCR800", 0x03: "TFA", 0x04: "UPM RG700", 0x05: "WS2300",
        0x06: "La Crosse TX5", 0x07: "Alecto", 0x08: "Davis", 0x09: "TFA 30.3233.01",
    ]
    static let wind: [UInt8: String] = [
        0x01: "WTGR800", 0x02: "WGR800", 0x03: "STR918, WGR918, WGR928", 0x04: "TFA", 0x05: "UPM WDS500",
        0x06: "WS2300", 0x07: "Alecto WS4500",
    ]
    static let ultraviolet: [UInt8: String] = [
        0x01: "UVN128, UV138", 0x02: "UVN800", 0x03: "TFA",
    ]
    static let current: [UInt8: String] = [
        0x01: "ELEC1, Electrisave",
    ]
    static let energy: [UInt8: String] = [
        0x01: "ELEC2, CM119/160", 0x02: "ELEC3, CM180",
    ]
    static let currentEnergy: [UInt8: String] = [
        0x01: "ELEC4, CM180i",
    ]
    static let powerMeter: [UInt8: String] = [
        0x01: "ELEC5, Revolt",
    ]
    static let cartelectronic: [UInt8: String] = [
        0x01: "CARTELECTRONIC_TIC", 0x02: "CARTELECTRONIC_ENCODER", 0x03: "CARTELECTRONIC_LINKY",
    ]
    static let meter: [UInt8: String] = [
        0x00: "RFXMeter Count", 0x01: "RFXMeter Interval", 0x02: "RFXMeter Calibration", 0x03: "RFXMeter Address",
        0x04: "RFXMeter Counter reset", 0x0B: "RFXMeter Counter set", 0x0C: "RFXMeter Set interval",
        0x0D: "RFXMeter Set calibration", 0x0E: "RFXMeter Set Address", 0x0F: "RFXMeter Ident",
    ]
}
