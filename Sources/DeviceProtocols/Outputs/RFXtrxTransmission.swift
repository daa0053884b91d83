import GatewayCore

/// What an RFXtrx sends to a switch or a chime, by the address with which such a thing is heard.
///
/// Layouts: pyRFXtrx, `RFXtrx/lowlevel.py`. The transmitter answers that it has sent; the thing itself says nothing.
package struct RFXtrxTransmission: Hashable, Sendable {
    /// Up to the command, with the length first.
    private let head: [UInt8]
    private let tail: [UInt8]
    /// It rings one of its sounds, and is not switched.
    package let isChime: Bool

    /// - Parameter address: packet type, subtype and identity, as in `10:00:a1`, `11:00:0b1f2a3:1`, `14:00:f1a2b3:1`
    ///   and `16:00:000f`.
    package init?(address: String) {
        let parts = address.lowercased().split(separator: ":", omittingEmptySubsequences: false)
        // A sign would be read as part of a number.
        guard !address.utf8.contains(UInt8(ascii: "+")), parts.count >= 3, parts[0].utf8.count == 2,
            parts[1].utf8.count == 2,
            let type = UInt8(parts[0], radix: 16).flatMap(RFXtrxPacketType.init),
            let subtype = UInt8(parts[1], radix: 16)
        else { return nil }
        let identity = parts[2]
        let unit = parts.count == 4 ? UInt8(parts[3]) : nil
        func bytes(_ count: Int) -> [UInt8]? {
            guard identity.utf8.count <= count * 2, identity.utf8.count >= count * 2 - 1 else { return nil }
            let padded = String(repeating: "0", count: count * 2 - identity.utf8.count) + identity
            return Hexadecimal.bytes(of: padded.utf8)
        }
        let sender: [UInt8]
        switch type {
        case .lighting1:
            guard parts.count == 3, let house = identity.uppercased().utf8.first,
                (UInt8(ascii: "A")...UInt8(ascii: "P")).contains(house), let unit = UInt8(identity.dropFirst())
            else { return nil }
            sender = [house, unit]
            tail = [0]
        case .lighting2:
            guard let id = bytes(4), let unit else { return nil }
            sender = id + [unit]
            tail = [0, 0]
        case .lighting5:
            guard let id = bytes(3), let unit else { return nil }
            sender = id + [unit]
            tail = [0, 0]
        case .chime:
            guard parts.count == 3, let id = bytes(2) else { return nil }
            sender = id
            tail = [0]
        default: return nil
        }
        isChime = type == .chime
        head = [UInt8(4 + sender.count + tail.count), type.rawValue, subtype, 0] + sender
    }

    /// - Parameter command: 0 for off and 1 for on; of a chime its sound.
    package func bytes(_ command: UInt8) -> [UInt8] { head + [command] + tail }
}
