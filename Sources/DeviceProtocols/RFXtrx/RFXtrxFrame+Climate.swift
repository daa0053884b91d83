import GatewayCore

// Temperature, humidity and air pressure.
extension RFXtrxFrame {
    mutating func readClimate(_ packet: RFXtrxPacketType, _ bytes: [UInt8]) {
        let types =
            switch packet {
            case .temperature: RFXtrxNames.temperature
            case .humidity: RFXtrxNames.humidity
            case .temperatureHumidity: RFXtrxNames.temperatureHumidity
            case .temperatureHumidityBarometer: RFXtrxNames.temperatureHumidityBarometer
            default: [UInt8: String]()
            }
        sender(bytes, types)
        var next = 6
        if packet != .humidity && packet != .barometer {
            measure("temperature", "temp", "Temperature", Self.signedTenths(bytes[6], bytes[7]))
            next = 8
        }
        if packet != .temperature && packet != .barometer {
            readHumidity(bytes[next], status: bytes[next + 1])
            next += 2
        }
        if packet == .barometer || packet == .temperatureHumidityBarometer {
            count("pressure", "baro", "Barometer", Self.number(bytes[next...next + 1]))
            readForecast(bytes[next + 2])
        }
        readLast(bytes[bytes.count - 1])
    }

    mutating func readBarbecue(_ bytes: [UInt8]) {
        let id = Hexadecimal.lowerCase(bytes[4...6])
        identify(id)
        name(RFXtrxNames.barbecue, id: id + ":78")
        say("id_combined", Self.number(bytes[4...6]))
        count("temperature", "temp1", "Temperature", Int(bytes[7]))
        count("temperature2", "temp2", "Temperature2", Int(bytes[9]))
        readLast(bytes[10])
    }

    /// Two bytes of identity: "70:02".
    mutating func sender(_ bytes: [UInt8], _ types: [UInt8: String]) {
        identify(Hexadecimal.lowerCase(bytes[4...5]))
        name(types, id: Hexadecimal.lowerCase([bytes[4]]) + ":" + Hexadecimal.lowerCase([bytes[5]]))
    }

    private mutating func readHumidity(_ humidity: UInt8, status: UInt8) {
        count("humidity", "humidity", "Humidity", Int(humidity))
        let word = DecodedValue.text(RFXtrxNames.humidityStatus[status] ?? "unknown humidity")
        say("humidity_status", Int(status))
        say("humidity_status_string", word)
        tell("Humidity status", word)
        tell("Humidity status numeric", .integer(Int64(status)))
    }

    private mutating func readForecast(_ code: UInt8) {
        let word = DecodedValue.text(RFXtrxNames.forecast[code] ?? "unknown forecast")
        count("forecast", "forecast", "Forecast numeric", Int(code))
        say("forecast_string", word)
        tell("Forecast", word)
    }
}
