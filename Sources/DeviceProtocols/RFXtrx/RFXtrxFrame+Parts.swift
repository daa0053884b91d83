import GatewayCore

// What the readers of all families share.
extension RFXtrxFrame {
    // MARK: - What profiles can name

    mutating func set(_ name: String, _ value: Int) {
        values.append(Value(name: name, value: .number(Double(value))))
    }

    mutating func set(_ name: String, number: Double) {
        values.append(Value(name: name, value: .number(number)))
    }

    mutating func set(_ name: String, bit: Bool) {
        values.append(Value(name: name, value: .bit(bit)))
    }

    mutating func identify(_ id: String, unit: String? = nil) {
        let sender = Hexadecimal.lowerCase([type]) + ":" + Hexadecimal.lowerCase([subtype]) + ":" + id
        if let unit { identities.append(sender + ":" + unit) }
        identities.append(sender)
    }

    // MARK: - What pyRFXtrx says

    mutating func say(_ name: String, _ value: DecodedValue) {
        members.append(.init(name, value))
    }

    mutating func say(_ name: String, _ value: Int) {
        say(name, .integer(Int64(value)))
    }

    /// In what pyRFXtrx makes of the packet: an event's value.
    mutating func tell(_ name: String, _ value: DecodedValue) {
        events.append(.init(name, value))
    }

    /// `type_string` and `id_string`.
    mutating func name(_ types: [UInt8: String], id: String) {
        let pair = Self.hexadecimal(Int(type), digits: 2) + "/" + Self.hexadecimal(Int(subtype), digits: 2)
        say("type_string", .text(types[subtype] ?? "Unknown type (\(pair))"))
        say("id_string", .text(id))
    }

    /// A remote's command: its number for profiles, its name for people.
    mutating func command(_ code: UInt8, _ names: [UInt8: String]) {
        set("command", Int(code))
        say("cmnd", Int(code))
        commandName(names[code] ?? "Unknown command (\(Self.hexadecimal(Int(code), digits: 2)))")
    }

    mutating func commandName(_ name: String) {
        isSensor = false
        say("cmnd_string", .text(name))
        tell("Command", .text(name))
    }

    /// The last byte: signal in the high nibble, battery in the low one (pyRFXtrx; RFXtrx.h).
    mutating func readSignal(_ byte: UInt8) {
        set("signal", Int(byte >> 4))
        say("rssi", Int(byte >> 4))
        tell("Rssi numeric", .integer(Int64(byte >> 4)))
    }

    /// A sensor's last byte; pyRFXtrx names the battery of a model that reports none as null.
    mutating func readLast(_ byte: UInt8, hasBattery: Bool = true) {
        isSensor = true
        readBattery(hasBattery ? byte & 0x0F : nil)
        readSignal(byte)
    }

    mutating func readBattery(_ level: UInt8?) {
        if let level { set("battery", Int(level)) }
        say("battery", level.map { .integer(Int64($0)) } ?? .null)
        tell("Battery numeric", level.map { .integer(Int64($0)) } ?? .null)
    }

    /// A number for profiles, for people, and in the event: up to three names of one value.
    mutating func measure(_ path: String, _ name: String, _ event: String?, _ value: Double) {
        set(path, number: value)
        say(name, .number(value))
        if let event { tell(event, .number(value)) }
    }

    mutating func count(_ path: String, _ name: String, _ event: String?, _ value: Int) {
        set(path, value)
        say(name, value)
        if let event { tell(event, .integer(Int64(value))) }
    }

    // MARK: - Bytes

    /// Big endian.
    static func number(_ bytes: some Sequence<UInt8>) -> Int {
        bytes.reduce(0) { $0 << 8 | Int($1) }
    }

    /// Sign and magnitude, in tenths.
    static func signedTenths(_ high: UInt8, _ low: UInt8) -> Double {
        let tenths = Double(Int(high & 0x7F) << 8 | Int(low)) / 10
        return high & 0x80 == 0 ? tenths : -tenths
    }

    /// "0x0b".
    static func hexadecimal(_ value: Int, digits: Int, isUpper: Bool = false) -> String {
        let text = String(value, radix: 16, uppercase: isUpper)
        return "0x" + String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    /// Hexadecimal with at least so many digits, without a prefix.
    static func padded(_ value: Int, digits: Int) -> String {
        String(hexadecimal(value, digits: digits).dropFirst(2))
    }
}
