import GatewayCore

// Current clamps, plugs and meters.
extension RFXtrxFrame {
    mutating func readCurrent(_ bytes: [UInt8]) {
        sender(bytes, RFXtrxNames.current)
        readPhases(bytes)
        readLast(bytes[13])
    }

    mutating func readCurrentEnergy(_ bytes: [UInt8]) {
        sender(bytes, RFXtrxNames.currentEnergy)
        readPhases(bytes, total: Self.wattHours(bytes[13...18]))
        readLast(bytes[19])
    }

    private mutating func readPhases(_ bytes: [UInt8], total: Double? = nil) {
        say("count", Int(bytes[6]))
        var sum = 0.0
        for (index, path) in ["current", "current2", "current3"].enumerated() {
            let amperes = Double(Self.number(bytes[7 + 2 * index...8 + 2 * index])) / 10
            sum += amperes
            measure(path, "currentamps\(index + 1)", "Current Ch. \(index + 1)", amperes)
        }
        if let total {
            measure("energy", "totalwatthours", "Total usage", total)
        } else {
            // pyRFXtrx calls the sum of the currents so.
            tell("Total usage", .number(sum))
        }
        tell("Count", .integer(Int64(bytes[6])))
    }

    mutating func readEnergy(_ bytes: [UInt8]) {
        sender(bytes, RFXtrxNames.energy)
        say("count", Int(bytes[6]))
        count("power", "currentwatt", "Energy usage", Self.number(bytes[7...10]))
        measure("energy", "totalwatts", "Total usage", Self.wattHours(bytes[11...16]))
        tell("Count", .integer(Int64(bytes[6])))
        guard subtype != 3 else { return readWholeBattery(bytes[17]) }
        readLast(bytes[17])
    }

    mutating func readPowerMeter(_ bytes: [UInt8]) {
        isSensor = true
        sender(bytes, RFXtrxNames.powerMeter)
        count("voltage", "voltage", "Voltage", Int(bytes[6]))
        measure("current", "currentamps", "Current", Double(Self.number(bytes[7...8])) / 100)
        measure("power", "currentwatt", "Energy usage", Double(Self.number(bytes[9...10])) / 10)
        measure("energy", "totalwatthours", "Total usage", Double(Self.number(bytes[11...12])) * 10)
        measure("power_factor", "powerfactor", nil, Double(bytes[13]) / 100)
        measure("frequency", "frequency", nil, Double(bytes[14]))
        readSignal(bytes[15])
    }

    mutating func readMeter(_ bytes: [UInt8]) {
        isSensor = true
        identify(Hexadecimal.lowerCase([bytes[4]]))
        name(RFXtrxNames.meter, id: Hexadecimal.lowerCase([bytes[4]]))
        count("counter", "value", "Counter value", Self.number(bytes[7...9]))
        readSignal(bytes[10])
    }

    /// - Returns: false for a subtype that is not known, or shorter than its own layout.
    mutating func readCartelectronic(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= (subtype == 2 ? 18 : 22), (1...3).contains(subtype) else { return false }
        let id = Self.number(bytes[4...7])
        identify(Hexadecimal.lowerCase(bytes[4...7]))
        switch subtype {
        case 1: readTeleinformation(bytes, id: id << 8 | Int(bytes[8]))
        case 2:
            nameCartelectronic(id)
            count("counter", "counter1", "Counter value", Self.number(bytes[8...11]))
            count("counter2", "counter2", "Count", Self.number(bytes[12...15]))
            missing(["contract_type", "conswatthours", "prodwatthours", "tarif_num", "voltage", "currentwatt"])
            say("teleinfo_ok", .null)
            readLast(bytes[17])
        default: readLinky(bytes, id: id)
        }
        return true
    }

    private mutating func readTeleinformation(_ bytes: [UInt8], id: Int) {
        nameCartelectronic(id)
        say("contract_type", Int(bytes[9]))
        count("counter", "counter1", "Counter value", Self.number(bytes[10...13]))
        count("counter2", "counter2", "Count", Self.number(bytes[14...17]))
        if bytes[20] & 2 != 0 {
            count("power", "currentwatt", "Energy usage", Self.number(bytes[18...19]))
        } else {
            say("currentwatt", .null)
            tell("Energy usage", .null)
        }
        missing(["conswatthours", "prodwatthours", "tarif_num", "voltage"])
        readTeleinformationState(bytes[20])
        tell("Contract type", .integer(Int64(bytes[9])))
        readLast(bytes[21])
    }

    private mutating func readLinky(_ bytes: [UInt8], id: Int) {
        nameCartelectronic(id)
        count("energy", "conswatthours", "Total usage", Self.number(bytes[8...11]))
        count("counter2", "prodwatthours", "Count", Self.number(bytes[12...15]))
        count("counter", "tarif_num", "Counter value", Int(bytes[16] & 0x0F))
        count("voltage", "voltage", "Voltage", Int(bytes[17]) + 200)
        count("power", "currentwatt", "Energy usage", Self.number(bytes[18...19]))
        missing(["counter1", "counter2", "contract_type"])
        readTeleinformationState(bytes[20])
        readLast(bytes[21])
    }

    private mutating func nameCartelectronic(_ id: Int) {
        name(RFXtrxNames.cartelectronic, id: Self.padded(id, digits: 8))
        say("id_combined", id)
    }

    private mutating func readTeleinformationState(_ byte: UInt8) {
        say("teleinfo_ok", .flag(byte & 4 == 0))
        tell("Sensor Status", .flag(byte & 4 == 0))
    }

    private mutating func missing(_ names: [String]) {
        for name in names { say(name, .null) }
    }

    /// Six bytes of turns of the meter; 223.666 make a watt-hour.
    private static func wattHours(_ bytes: some Sequence<UInt8>) -> Double {
        Double(number(bytes)) / 223.666
    }
}
