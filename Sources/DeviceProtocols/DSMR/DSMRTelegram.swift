/// One telegram of a meter, taken apart as dsmr-parser 1.11 does it (`TelegramParser`, `Telegram`).
struct DSMRTelegram: Hashable, Sendable {
    enum Refusal: Error, Hashable {
        case wrongChecksum, noChecksum, empty

        var sentence: String {
            switch self {
            case .wrongChecksum: "A telegram's checksum is wrong: something was lost or changed on the line."
            case .noChecksum: "A telegram ends without the checksum that its version has."
            case .empty: "A telegram holds no line that a meter sends."
            }
        }
    }

    /// What a device behind the meter says.
    private struct BusDevice: Hashable {
        var channel: Int
        var members: [DecodedValue.Member]
    }

    /// "/KFM5KAIFA-METER".
    let header: String
    let kind: DSMRKind
    private let checksumText: String
    private var members: [DecodedValue.Member] = []
    private var busDevices: [BusDevice] = []
    /// Where the first of them was met among the members.
    private var busPlace: Int?
    /// Lines that are not written as their code says.
    private(set) var broken = 0

    /// - Parameters:
    ///   - bytes: from "/" to "!", both with them.
    ///   - checksum: the digits behind it; may be empty.
    init(_ bytes: [UInt8], checksum: String) throws(Refusal) {
        if !checksum.isEmpty, UInt16(checksum, radix: 16) != Self.checksum(bytes) { throw .wrongChecksum }
        // Seven bits each: every byte is a letter of its own.
        let text = String(decoding: bytes, as: UTF8.self)
        let rows = text.split(omittingEmptySubsequences: true) { $0 == "\r\n" || $0 == "\n" || $0 == "\r" }
        header = rows.first.map(String.init) ?? ""
        var lines: [DSMRLine] = []
        for row in rows.dropFirst() {
            if row.hasPrefix("("), !lines.isEmpty {
                lines[lines.count - 1].append(row)
            } else if let line = DSMRLine(row) {
                lines.append(line)
            }
        }
        kind = DSMRKind(header: header, lines: lines)
        checksumText = checksum
        if kind.hasChecksum, checksum.isEmpty { throw .noChecksum }
        for object in kind.objects {
            for line in lines where object.codes.contains(line.code) && object.channel.allows(line.channel) {
                take(line, as: object)
            }
        }
        if members.isEmpty, busDevices.isEmpty { throw .empty }
    }

    private mutating func take(_ line: DSMRLine, as object: DSMRObject) {
        guard let value = DSMRValue.read(line.groups, as: object.form) else {
            broken += 1
            return
        }
        guard line.isFromBus, object.form != .peaks else { return members.set(object.name, value) }
        if busPlace == nil { busPlace = members.count }
        if let place = busDevices.firstIndex(where: { $0.channel == line.channel }) {
            busDevices[place].members.set(object.name, value)
        } else {
            busDevices.append(BusDevice(channel: line.channel, members: [.init(object.name, value)]))
        }
    }

    /// CRC-16, reflected polynomial 0xA001, beginning with 0.
    static func checksum(_ bytes: [UInt8]) -> UInt16 {
        bytes.reduce(0) { sum, byte in
            var sum = sum ^ UInt16(byte)
            for _ in 0..<8 { sum = sum & 1 == 0 ? sum >> 1 : sum >> 1 ^ 0xA001 }
            return sum
        }
    }

    // MARK: - What it says

    private static let identifiers = [
        "EQUIPMENT_IDENTIFIER", "BELGIUM_EQUIPMENT_IDENTIFIER", "EQUIPMENT_SERIAL_NUMBER",
        "COSEM_LOGICAL_DEVICE_NAME", "Q3D_EQUIPMENT_IDENTIFIER",
    ]

    /// The meter's own number, and "meter", which is enough where a port has one.
    var identities: [String] {
        let numbers = Self.identifiers.lazy.compactMap { name -> String? in
            let member = members.first { $0.name == name }
            guard case .text(let number)? = member?.value["value"] else { return nil }
            return number.lowercased()
        }
        return Array(numbers.prefix(1)) + ["meter"]
    }

    /// The values by name, power in watts and energy in kilowatt-hours; those of devices behind the meter
    /// after their channel, "1/MBUS_METER_READING".
    var values: [(path: String, value: Scalar)] {
        members.compactMap { Self.value($0, of: "") }
            + busDevices.flatMap { device in device.members.compactMap { Self.value($0, of: "\(device.channel)/") } }
    }

    private static func value(_ member: DecodedValue.Member, of prefix: String) -> (path: String, value: Scalar)? {
        guard let value = member.value["value"].flatMap({ Scalar($0) }) else { return nil }
        guard case .number(let number) = value, case .text(let unit)? = member.value["unit"] else {
            return (prefix + member.name, value)
        }
        let scale: Double =
            switch unit {
            case "kW": 1_000
            case "Wh": 0.001
            default: 1
            }
        return (prefix + member.name, .number(number * scale))
    }

    var described: DecodedValue {
        var objects = members
        if let busPlace {
            let devices = busDevices.map { device in
                DecodedValue.object(device.members + [.init("CHANNEL_ID", .integer(Int64(device.channel)))])
            }
            objects.insert(.init("MBUS_DEVICES", .list(devices)), at: busPlace)
        }
        var top: [DecodedValue.Member] = [.init("header", .text(header))]
        if kind.hasChecksum {
            let digits = checksumText.uppercased()
            top.append(.init("crc16", .text(String(repeating: "0", count: 4 - digits.utf8.count) + digits)))
            if digits.utf8.count < 4 { top.append(.init("crc_text", .text(checksumText))) }
        } else {
            top.append(.init("crc16", .null))
        }
        return .object(top + [.init("objects", .object(objects))])
    }
}
