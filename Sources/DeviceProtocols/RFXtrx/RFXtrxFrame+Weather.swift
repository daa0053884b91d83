// Rain, wind and sun.
extension RFXtrxFrame {
    mutating func readTemperatureRain(_ bytes: [UInt8]) {
        sender(bytes, RFXtrxNames.temperatureRain)
        measure("temperature", "temp", "Temperature", Self.signedTenths(bytes[6], bytes[7]))
        measure("rain", "raintotal", "Rain total", abs(Self.signedTenths(bytes[8], bytes[9])))
        readLast(bytes[10])
    }

    mutating func readRain(_ bytes: [UInt8]) {
        sender(bytes, RFXtrxNames.rain)
        let rate = Double(Self.number(bytes[6...7]))
        switch subtype {
        case 1: measure("rain_rate", "rainrate", "Rain rate", rate)
        case 2: measure("rain_rate", "rainrate", "Rain rate", rate / 100)
        default:
            say("rainrate", .null)
            tell("Rain rate", .null)
        }
        let last = Double(bytes[10])
        let total: Double? =
            switch subtype {
            case 1...5, 7: Double(Self.number(bytes[8...10])) / 10
            case 6: 0.266 * last
            case 8: 0.2 * last
            case 9: 0.254 * Double(Self.number(bytes[9...10]))
            default: nil
            }
        if let total {
            measure("rain", "raintotal", "Rain total", total)
        } else {
            say("raintotal", .null)
            tell("Rain total", .null)
        }
        readLast(bytes[11])
    }

    mutating func readWind(_ bytes: [UInt8]) {
        sender(bytes, RFXtrxNames.wind)
        count("wind_direction", "direction", "Wind direction", Self.number(bytes[6...7]))
        if subtype == 5 {
            say("average_speed", .null)
            tell("Wind average speed", .null)
        } else {
            measure("wind_speed", "average_speed", "Wind average speed", Double(Self.number(bytes[8...9])) / 10)
        }
        measure("wind_gust", "gust", "Wind gust", Double(Self.number(bytes[10...11])) / 10)
        if [4, 8, 9].contains(subtype) {
            measure("temperature", "temperature", "Temperature", Self.signedTenths(bytes[12], bytes[13]))
            measure("chill", "chill", "Chill", Self.signedTenths(bytes[14], bytes[15]))
        } else {
            say("temperature", .null)
            say("chill", .null)
        }
        guard subtype != 3 else { return readWholeBattery(bytes[16]) }
        readLast(bytes[16])
    }

    mutating func readUltraviolet(_ bytes: [UInt8]) {
        sender(bytes, RFXtrxNames.ultraviolet)
        measure("uv", "uvi", "UV", Double(bytes[6]) / 10)
        readLast(bytes[9])
    }

    /// A last byte that is all battery, as pyRFXtrx reads two models'; nothing tells the signal.
    mutating func readWholeBattery(_ byte: UInt8) {
        isSensor = true
        readBattery(byte)
        tell("Rssi numeric", .null)
    }
}
