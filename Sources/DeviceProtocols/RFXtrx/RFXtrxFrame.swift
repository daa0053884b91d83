/// One RFXtrx packet, taken apart.
///
/// Fields that profiles can name, where the packet has them; whole numbers unless a unit or "number" stands:
/// - always `subtype` and `seqnbr`; `signal` (0–15, the high nibble of the last byte), `battery` (0–9, the low
///   nibble, where the model reports one)
/// - security1: `status` (0–127), `tamper` (0 or 1)
/// - lighting, blinds and remotes: `command`, `unit`, `group` (0 or 1: meant for all units), `level`, `pulse`
///   (lighting4, µs), `sound` (chime), `percent`, `angle`, `duration` (Funkbus: its code of the time held)
/// - weather: `temperature` (Cel), `temperature2` (Cel, the second probe), `humidity` (%), `pressure` (hPa),
///   `forecast`, `rain_rate` (mm/h), `rain` (mm in all), `wind_direction` (degrees), `wind_speed` and `wind_gust`
///   (m/s), `chill` (Cel), `uv` (index, number)
/// - electricity: `current`, `current2`, `current3` (A), `power` (W), `energy` (Wh in all), `voltage` (V),
///   `power_factor` (number), `frequency` (Hz), `counter`, `counter2`
///
/// `described` holds the packet in the names and values of pyRFXtrx 0.34, whose `lowlevel` the layouts follow;
/// security2 is after openHAB.
package struct RFXtrxFrame: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        /// A device was heard. Its identities are empty where the packet does not tell who sent it.
        case device
        /// The interface tells what it is.
        case interface(RFXtrxInterface)
        /// The interface confirms a command or greets.
        case answer
    }

    struct Value: Hashable {
        var name: String
        var value: Scalar
    }

    package let type: UInt8
    package let subtype: UInt8
    package let sequence: UInt8
    package private(set) var content: Content = .device
    /// By what the sender can be enrolled, the most exact first, in lower case: type, subtype and id in
    /// hexadecimal, "20:02:d3dc54". Where one sender has several units or codes, first with the unit:
    /// - lighting1 "10:01:c1" (house code and unit as on the code wheels)
    /// - lighting2 "11:00:1234567:5", then "11:00:1234567" for all its units; lighting5 and blinds likewise
    /// - lighting6 "15:00:1234:a1" (group letter and unit), then "15:00:1234"
    /// - lighting4 "13:00:123456" (the whole code), then "13:00:12345" without the low four bits, which are
    ///   the `command` of an EV1527 or PT2262 sender
    package internal(set) var identities: [String] = []
    var values: [Value] = []
    /// What pyRFXtrx says of the packet, and of the event that it makes of it.
    var members: [DecodedValue.Member] = []
    var events: [DecodedValue.Member] = []
    /// Sensors and remotes are two kinds of event; nil for what is neither.
    var isSensor: Bool?

    /// Nil unless the bytes are one whole packet of a known type.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count >= 5, Int(bytes[0]) + 1 == bytes.count, let packet = RFXtrxPacketType(rawValue: bytes[1]),
            packet.lengths.contains(bytes[0])
        else { return nil }
        type = bytes[1]
        subtype = bytes[2]
        sequence = bytes[3]
        switch packet {
        case .status:
            let interface = RFXtrxInterface(type: bytes[5], firmware: bytes[6])
            content = subtype == 0 ? .interface(interface) : .answer
            readStatus(bytes)
        case .transmitted:
            content = .answer
            readTransmitted(bytes)
        default: guard read(packet, bytes) else { return nil }
        }
        finish(bytes, isNumbered: packet != .status && packet != .undecoded)
    }

    /// - Returns: false where the packet holds what its type does not allow.
    private mutating func read(_ packet: RFXtrxPacketType, _ bytes: [UInt8]) -> Bool {
        switch packet {
        case .status, .transmitted: break
        case .undecoded: readUndecoded(bytes)
        case .lighting1: return readLighting1(bytes)
        case .lighting2: readLighting2(bytes)
        case .lighting3: readLighting3(bytes)
        case .lighting4: readLighting4(bytes)
        case .lighting5: readLighting5(bytes)
        case .lighting6: readLighting6(bytes)
        case .chime: readChime(bytes)
        case .rollerTrol: readRollerTrol(bytes)
        case .rfy: readRfy(bytes)
        case .funkbus: readFunkbus(bytes)
        case .security1: readSecurity1(bytes)
        case .security2: readSecurity2(bytes)
        case .blinds: readBlinds(bytes)
        case .barbecue: readBarbecue(bytes)
        case .temperature, .humidity, .temperatureHumidity, .temperatureHumidityBarometer, .barometer:
            readClimate(packet, bytes)
        case .temperatureRain: readTemperatureRain(bytes)
        case .rain: readRain(bytes)
        case .wind: readWind(bytes)
        case .ultraviolet: readUltraviolet(bytes)
        case .current: readCurrent(bytes)
        case .energy: readEnergy(bytes)
        case .currentEnergy: readCurrentEnergy(bytes)
        case .powerMeter: readPowerMeter(bytes)
        case .cartelectronic: return readCartelectronic(bytes)
        case .rfxMeter: readMeter(bytes)
        }
        return true
    }

    /// A field's whole number.
    package subscript(name: String) -> Int? {
        switch name {
        case "seqnbr": Int(sequence)
        case "subtype": Int(subtype)
        default: values.first { $0.name == name }?.value.integer.map { Int($0) }
        }
    }

    /// What profiles can name.
    var scalars: [(path: String, value: Scalar)] {
        values.map { (path: $0.name, value: $0.value) } + [
            ("seqnbr", .number(Double(sequence))), ("subtype", .number(Double(subtype))),
        ]
    }

    /// The packet for people.
    package var described: DecodedValue {
        .object(members)
    }

    private mutating func finish(_ bytes: [UInt8], isNumbered: Bool) {
        var head: [DecodedValue.Member] = [
            .init("packetlength", .integer(Int64(bytes[0]))), .init("packettype", .integer(Int64(type))),
            .init("packettype_hex", .text(Self.hexadecimal(Int(type), digits: 2, isUpper: true))),
            .init("subtype", isNumbered || type == 0x03 ? .integer(Int64(subtype)) : .null),
            .init("seqnbr", isNumbered ? .integer(Int64(sequence)) : .null),
        ]
        head += members
        for name in ["id_string", "rssi"] where !members.contains(where: { $0.name == name }) {
            head.append(.init(name, .null))
        }
        if let isSensor {
            head.append(.init("event_class", .text(isSensor ? "SensorEvent" : "ControlEvent")))
            head.append(.init("event_values", .object(events)))
        }
        members = head
    }
}
