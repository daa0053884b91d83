/// One `KEY=value` of an RFLink line: what the key is called, and how its value is written.
///
/// Names, units and forms after python-rflink (`PACKET_FIELDS`, `UNITS`, `VALUE_TRANSLATION`).
struct RFLinkField: Hashable, Sendable {
    enum Form: Hashable, Sendable {
        case text
        /// Decimal.
        case whole
        case hexadecimal
        /// Hexadecimal tenths.
        case tenths
        /// Hexadecimal tenths; bit 15 is the sign.
        case signedTenths
        /// 0 to 15, of 22.5 degrees each.
        case direction
        /// A number that stands for a word.
        case word([String])
    }

    var name: String
    var form: Form
    var unit: String?

    init(_ key: String) {
        name = Self.names[key] ?? key
        form = Self.forms[key] ?? .text
        unit = Self.units[key]
    }

    /// Nil for a value that breaks its form.
    func value(_ text: String) -> DecodedValue? {
        switch form {
        case .text: return .text(text)
        case .whole: return Self.number(text, radix: 10).map(DecodedValue.integer)
        case .hexadecimal: return Self.number(text, radix: 16).map(DecodedValue.integer)
        case .tenths: return Self.number(text, radix: 16).map { .number(Double($0) / 10) }
        case .signedTenths:
            return Self.number(text, radix: 16).map { number in
                number & 0x8000 == 0 ? .number(Double(number) / 10) : .number(-Double(number & 0x7FFF) / 10)
            }
        case .direction: return Self.number(text, radix: 10).map { .number(Double($0) * 22.5) }
        case .word(let words):
            guard text.utf8.count == 1, let place = Int(text), words.indices.contains(place) else {
                return .text("Unknown")
            }
            return .text(words[place])
        }
    }

    private static func number(_ text: String, radix: Int) -> Int64? {
        text.utf8.count <= 12 ? Int64(text, radix: radix) : nil
    }

    private static let names = [
        "awinsp": "average_windspeed", "baro": "barometric_pressure", "bat": "battery",
        "bforecast": "weather_forecast", "chime": "doorbell_melody", "cmd": "command", "co2": "co2_air_quality",
        "current": "current_phase_1", "current2": "current_phase_2", "current3": "current_phase_3",
        "dist": "distance", "fw": "firmware", "hstatus": "humidity_status", "hum": "humidity", "hw": "hardware",
        "kwatt": "kilowatt", "lux": "light_intensity", "meter": "meter_value", "rain": "total_rain",
        "rainrate": "rain_rate", "raintot": "total_rain", "rev": "revision", "sound": "noise_level",
        "temp": "temperature", "uv": "uv_intensity", "ver": "version", "volt": "voltage", "watt": "watt",
        "winchl": "windchill", "wind": "windspeed", "windir": "winddirection", "wings": "windgusts",
        "winsp": "windspeed", "wintmp": "windtemp",
    ]

    private static let forms: [String: Form] = [
        "awinsp": .tenths, "baro": .hexadecimal, "chime": .whole, "co2": .whole, "current": .whole,
        "current2": .whole, "current3": .whole, "dist": .whole, "hum": .whole, "kwatt": .hexadecimal,
        "lux": .hexadecimal, "meter": .whole, "rain": .tenths, "rainrate": .tenths, "raintot": .tenths,
        "sound": .whole, "temp": .signedTenths, "uv": .hexadecimal, "volt": .whole, "watt": .hexadecimal,
        "winchl": .signedTenths, "windir": .direction, "wings": .tenths, "winsp": .tenths, "wintmp": .signedTenths,
        "hstatus": .word(["normal", "comfortable", "dry", "wet"]),
        "bforecast": .word(["no_info", "sunny", "partly_cloudy", "cloudy", "rain"]),
    ]

    private static let units = [
        "awinsp": "km/h", "current": "A", "current2": "A", "current3": "A", "hum": "%", "kwatt": "kW", "lux": "lux",
        "rain": "mm", "rainrate": "mm", "raintot": "mm", "temp": "°C", "volt": "v", "watt": "w", "winchl": "°C",
        "wind": "km/h", "windir": "°", "wings": "km/h", "winsp": "km/h", "wintmp": "°C",
    ]
}
