import GatewayCore

/// One radio telegram (ESP3 packet type 1, ERP1), taken apart.
package struct EnOceanTelegram: Hashable, Sendable {
    /// The telegram's kind.
    package enum Kind: UInt8, Sendable {
        /// Rockers and simple detectors: one byte.
        case rps = 0xF6
        /// Contacts: one byte.
        case oneByte = 0xD5
        /// Most sensors: four bytes.
        case fourBytes = 0xA5
        case variableLength = 0xD2
        /// A device asks to be taught in and to be answered.
        case universalTeachIn = 0xD4
        /// A maker's own content.
        case manufacturer = 0xD1
        case addressed = 0xA6
        /// Encrypted; named, not decoded.
        case secure = 0x30
        case secureEncapsulated = 0x31
        case smartLearnRequest = 0xC6
        case smartLearnAnswer = 0xC7
        case smartReclaim = 0xA7
        case system = 0xC5

        /// How many bytes of data it has; nil for any number.
        var dataBytes: Int? {
            switch self {
            case .rps, .oneByte: 1
            case .fourBytes: 4
            case .universalTeachIn: 7
            default: nil
            }
        }
    }

    package var rorg: UInt8
    /// Without RORG, sender and status.
    package var data: [UInt8]
    package var sender: [UInt8]
    package var status: UInt8
    /// Nil where the interface gave no optional data.
    package var destination: [UInt8]?
    /// Nil where it is not given; -255 in a telegram that was sent, not received.
    package var dBm: Int?
    package var securityLevel: UInt8?

    /// Nil unless the packet holds a telegram of its kind's length.
    package init?(_ packet: ESP3Packet) {
        // RORG, sender and status.
        guard packet.type == 1, packet.data.count >= 6, let first = packet.data.first, let last = packet.data.last
        else { return nil }
        rorg = first
        status = last
        data = Array(packet.data[1..<packet.data.count - 5])
        sender = Array(packet.data.suffix(5).dropLast())
        if let wanted = Kind(rawValue: first)?.dataBytes, data.count != wanted { return nil }
        let optional = packet.optional
        if optional.count >= 5 { destination = Array(optional[1...4]) }
        if optional.count >= 6 { dBm = -Int(optional[5]) }
        if optional.count >= 7 { securityLevel = optional[6] }
    }

    package var kind: Kind? { Kind(rawValue: rorg) }

    /// How often repeaters have passed it on.
    package var repeaterCount: Int { Int(status & 0x0F) }

    /// "01825dab".
    package var identity: String { Hexadecimal.lowerCase(sender) }

    /// Whether the learn bit says that it tells nothing but who the device is. Kinds without that bit do not
    /// say so: pyEnOcean calls them learning, and this follows its word for people only.
    package var isLearning: Bool {
        switch kind {
        case .oneByte, .fourBytes: (data.last ?? 0) & 0x08 == 0
        default: true
        }
    }

    /// What a teach-in telegram says of its sender; nil for any other telegram.
    package var teachIn: EnOceanTeachIn? {
        switch kind {
        case .oneByte where isLearning: return EnOceanTeachIn(isTeachIn: true)
        case .fourBytes where isLearning:
            // With the highest bit of the last byte it names its profile: 6, 7 and 11 bits.
            guard data[3] & 0x80 != 0 else { return EnOceanTeachIn(isTeachIn: true) }
            return EnOceanTeachIn(
                isTeachIn: true,
                profile: EnOceanTeachIn.name(0xA5, data[0] >> 2, (data[0] & 0x03) << 5 | data[1] >> 3),
                manufacturer: Int(data[1] & 0x07) << 8 | Int(data[2]))
        case .universalTeachIn:
            let request = data[0] >> 4 & 0x03
            return EnOceanTeachIn(
                // 1 asks to be forgotten.
                isTeachIn: request != 1, profile: EnOceanTeachIn.name(data[6], data[5], data[4]),
                manufacturer: Int(data[3] & 0x07) << 8 | Int(data[2]), expectsResponse: data[0] & 0x40 == 0,
                isUnidirectional: data[0] & 0x80 == 0, channel: data[1])
        case .smartLearnRequest: return EnOceanTeachIn(isTeachIn: true)
        default: return nil
        }
    }
}
