import GatewayCore

/// Packets and telegrams for people, in the names of the Python package enocean 0.60.1.
struct EnOceanDescription {
    private(set) var members: [DecodedValue.Member] = []

    init(_ packet: ESP3Packet) {
        say("packet_type", .integer(Int64(packet.type)))
        say("data_len", .integer(Int64(packet.data.count)))
        say("optional_len", .integer(Int64(packet.optional.count)))
        say("data_hex", .text(Hexadecimal.lowerCase(packet.data)))
        say("optional_hex", .text(Hexadecimal.lowerCase(packet.optional)))
        say("header_crc8", .integer(Int64(packet.headerChecksum)))
        say("data_crc8", .integer(Int64(packet.dataChecksum)))
        switch packet.type {
        case 2: say("return_code", Self.number(packet.data.first))
        case 4: say("event_code", Self.number(packet.data.first))
        case 5: say("command_code", Self.number(packet.data.first))
        default: break
        }
    }

    mutating func say(_ name: String, _ value: DecodedValue) {
        members.append(.init(name, value))
    }

    mutating func say(_ telegram: EnOceanTelegram) {
        say("rorg", .text("0x" + Hexadecimal.lowerCase([telegram.rorg]).uppercased()))
        say("sender", .text(Self.address(telegram.sender)))
        say("status", .integer(Int64(telegram.status)))
        say("repeater_count", .integer(Int64(telegram.repeaterCount)))
        say("learn", .flag(telegram.isLearning))
        say("destination", telegram.destination.map { .text(Self.address($0)) } ?? .null)
        say("dBm", telegram.dBm.map { .integer(Int64($0)) } ?? .null)
        say("security_level", Self.number(telegram.securityLevel))
        guard let teachIn = telegram.teachIn else { return }
        say("teach_in", .flag(teachIn.isTeachIn))
        say("contains_eep", .flag(teachIn.profile != nil))
        if let profile = teachIn.profile { say("eep", .text(profile)) }
        if let manufacturer = teachIn.manufacturer { say("manufacturer", .integer(Int64(manufacturer))) }
        guard telegram.kind == .universalTeachIn else { return }
        say("response_expected", .flag(teachIn.expectsResponse))
        say("unidirectional", .flag(teachIn.isUnidirectional ?? false))
        say("channel", Self.number(teachIn.channel))
    }

    var value: DecodedValue { .object(members) }

    private static func number(_ byte: UInt8?) -> DecodedValue {
        byte.map { .integer(Int64($0)) } ?? .null
    }

    /// "01:82:5D:AB".
    private static func address(_ bytes: [UInt8]) -> String {
        bytes.map { Hexadecimal.lowerCase([$0]).uppercased() }.joined(separator: ":")
    }
}
