import GatewayCore

// What the interface says of itself, and what it heard without understanding.
extension RFXtrxFrame {
    mutating func readStatus(_ bytes: [UInt8]) {
        say("type_string", .text(RFXtrxNames.interface[bytes[5]] ?? "Unknown"))
        say("firmware_version", Int(bytes[6]))
        say("output_power", Int(bytes[13]))
        var devices: [String] = []
        for (modes, byte) in zip(RFXtrxNames.receivingModes, bytes[7...10]) {
            for (bit, mode) in modes.enumerated() where byte & 1 << bit != 0 { devices.append(mode) }
        }
        say("devices", .list(devices.sorted().map { .text($0) }))
    }

    mutating func readTransmitted(_ bytes: [UInt8]) {
        say("message", Int(bytes[4]))
    }

    mutating func readUndecoded(_ bytes: [UInt8]) {
        isSensor = true
        let payload = DecodedValue.text(Hexadecimal.lowerCase(bytes[4...]))
        say("type_string", .text(RFXtrxNames.undecoded[subtype] ?? "Unknown"))
        say("id_string", .text("Undecoded"))
        say("payload", payload)
        tell("Payload", payload)
    }
}
