/// One RFXtrx packet, taken apart.
///
/// Fields that profiles can name, where the packet has them: `status` (security1, 0–127), `tamper` (security1,
/// 0 or 1), `command`, `unit`, `group` (0 or 1: meant for all units), `level`, `sound`, `temperature` (Cel),
/// `humidity` (%), `battery` (0–9, the low nibble of the last byte), `signal` (0–15, the high nibble), and
/// always `subtype` and `seqnbr`. Layouts after pyRFXtrx `lowlevel`; security2 after openHAB.
package struct RFXtrxFrame: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        /// A device was heard.
        case device
        /// The interface tells what it is.
        case interface(RFXtrxInterface)
        /// The interface confirms a command or greets.
        case answer
        /// Known by its type, but of no use here.
        case unused
    }

    private struct Value: Hashable {
        var name: String
        var tenths: Int
    }

    package let type: UInt8
    package let subtype: UInt8
    package let sequence: UInt8
    package private(set) var content: Content = .device
    /// By what the sender can be enrolled, the most exact first, in lower case: type, subtype and id in
    /// hexadecimal, "20:02:d3dc54". Where one sender has several units or codes, first with the unit:
    /// - lighting1 "10:01:c1" (house code and unit as on the code wheels)
    /// - lighting2 "11:00:1234567:5", then "11:00:1234567" for all its units; lighting5 likewise
    /// - lighting6 "15:00:1234:a1" (group letter and unit), then "15:00:1234"
    /// - lighting4 "13:00:123456" (the whole code), then "13:00:12345" without the low four bits, which are
    ///   the `command` of an EV1527 or PT2262 sender
    package private(set) var identities: [String] = []
    private var values: [Value] = []

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
        case .transmitted: content = .answer
        case .security1: readSecurity1(bytes)
        case .security2: readSecurity2(bytes)
        case .lighting1: guard readLighting1(bytes) else { return nil }
        case .lighting2: readLighting2(bytes)
        case .lighting3: readLighting3(bytes)
        case .lighting4: readLighting4(bytes)
        case .lighting5: readLighting5(bytes)
        case .lighting6: readLighting6(bytes)
        case .chime: readChime(bytes)
        case .temperature, .humidity, .temperatureHumidity, .temperatureHumidityBarometer:
            readWeather(packet, bytes)
        default: content = .unused
        }
    }

    /// A field's whole number.
    package subscript(name: String) -> Int? {
        switch name {
        case "seqnbr": Int(sequence)
        case "subtype": Int(subtype)
        default: values.first { $0.name == name }.map { $0.tenths / 10 }
        }
    }

    /// What profiles can name.
    var scalars: [(path: String, value: Scalar)] {
        let own = values.map { value -> (path: String, value: Scalar) in
            switch value.name {
            case "temperature": (value.name, .number(Double(value.tenths) / 10))
            case "tamper", "group": (value.name, .bit(value.tenths != 0))
            default: (value.name, .number(Double(value.tenths / 10)))
            }
        }
        return own + [("seqnbr", .number(Double(sequence))), ("subtype", .number(Double(subtype)))]
    }

    /// The packet for people.
    var described: DecodedValue {
        .object(
            [
                .init("packettype", .integer(Int64(type))), .init("subtype", .integer(Int64(subtype))),
                .init("seqnbr", .integer(Int64(sequence))),
            ]
                + values.map { value in
                    .init(
                        value.name,
                        value.tenths.isMultiple(of: 10)
                            ? .integer(Int64(value.tenths / 10)) : .number(Double(value.tenths) / 10))
                })
    }

    // MARK: - Security

    private mutating func readSecurity1(_ bytes: [UInt8]) {
        identify(hex(bytes[4...6]))
        set("status", Int(bytes[7] & 0x7F))
        set("tamper", Int(bytes[7] >> 7))
        // KD101, Alecto SA30 and RM174RF do not report a battery.
        readLast(bytes[8], hasBattery: ![0x03, 0x09, 0x0A].contains(subtype))
    }

    private mutating func readSecurity2(_ bytes: [UInt8]) {
        // KeeLoq: 28 bits of serial number, least byte first, and above them the four buttons.
        identify(String(hex([bytes[11] & 0x0F, bytes[10], bytes[9], bytes[8]]).dropFirst()))
        set("command", Int(bytes[11] >> 4))
        readLast(bytes[28], hasBattery: true)
    }

    // MARK: - Lighting

    private mutating func readLighting1(_ bytes: [UInt8]) -> Bool {
        guard (UInt8(ascii: "A")...UInt8(ascii: "P")).contains(bytes[4]) else { return false }
        let house = String(UnicodeScalar(bytes[4] + 0x20))
        identify(house + String(bytes[5]))
        set("unit", Int(bytes[5]))
        set("command", Int(bytes[6]))
        set("group", bytes[6] == 5 || bytes[6] == 6 ? 1 : 0)
        readLast(bytes[7], hasBattery: false)
        return true
    }

    private mutating func readLighting2(_ bytes: [UInt8]) {
        identify(String(hex(bytes[4...7]).dropFirst(bytes[4] < 0x10 ? 1 : 0)), unit: String(bytes[8]))
        set("unit", Int(bytes[8]))
        set("command", Int(bytes[9]))
        set("group", (3...5).contains(bytes[9]) ? 1 : 0)
        set("level", Int(bytes[10]))
        readLast(bytes[11], hasBattery: false)
    }

    private mutating func readLighting3(_ bytes: [UInt8]) {
        identify(hex([bytes[4]]), unit: hex([bytes[6], bytes[5]]))
        set("command", Int(bytes[7]))
        readLast(bytes[8], hasBattery: true)
    }

    private mutating func readLighting4(_ bytes: [UInt8]) {
        let code = hex(bytes[4...6])
        identify(code)
        identify(String(code.dropLast()))
        set("command", Int(bytes[6] & 0x0F))
        readLast(bytes[9], hasBattery: false)
    }

    private mutating func readLighting5(_ bytes: [UInt8]) {
        identify(hex(bytes[4...6]), unit: String(bytes[7]))
        set("unit", Int(bytes[7]))
        set("command", Int(bytes[8]))
        set("level", Int(bytes[9]))
        readLast(bytes[10], hasBattery: false)
    }

    private mutating func readLighting6(_ bytes: [UInt8]) {
        let isLetter = (UInt8(ascii: "A")...UInt8(ascii: "P")).contains(bytes[6])
        let group = isLetter ? String(UnicodeScalar(bytes[6] + 0x20)) : hex([bytes[6]]) + "-"
        identify(hex(bytes[4...5]), unit: group + String(bytes[7]))
        set("unit", Int(bytes[7]))
        set("command", Int(bytes[8]))
        set("group", bytes[8] == 2 || bytes[8] == 3 ? 1 : 0)
        readLast(bytes[11], hasBattery: false)
    }

    private mutating func readChime(_ bytes: [UInt8]) {
        identify(hex(bytes[4...5]))
        set("sound", Int(bytes[6]))
        readLast(bytes[7], hasBattery: false)
    }

    // MARK: - Weather

    private mutating func readWeather(_ packet: RFXtrxPacketType, _ bytes: [UInt8]) {
        identify(hex(bytes[4...5]))
        var next = 6
        if packet != .humidity {
            // Sign and magnitude, in tenths of a degree.
            let magnitude = Int(bytes[6] & 0x7F) << 8 | Int(bytes[7])
            values.append(Value(name: "temperature", tenths: bytes[6] & 0x80 == 0 ? magnitude : -magnitude))
            next = 8
        }
        if packet != .temperature { set("humidity", Int(bytes[next])) }
        readLast(bytes[bytes.count - 1], hasBattery: true)
    }

    // MARK: - Parts

    /// The last byte: signal in the high nibble, battery in the low one (pyRFXtrx; RFXtrx.h).
    private mutating func readLast(_ byte: UInt8, hasBattery: Bool) {
        set("signal", Int(byte >> 4))
        if hasBattery { set("battery", Int(byte & 0x0F)) }
    }

    private mutating func set(_ name: String, _ value: Int) {
        values.append(Value(name: name, tenths: value * 10))
    }

    private mutating func identify(_ id: String, unit: String? = nil) {
        let sender = hex([type]) + ":" + hex([subtype]) + ":" + id
        if let unit { identities.append(sender + ":" + unit) }
        identities.append(sender)
    }

    private func hex(_ bytes: some Sequence<UInt8>) -> String {
        bytes.reduce(into: "") { $0 += ($1 < 0x10 ? "0" : "") + String($1, radix: 16) }
    }
}
