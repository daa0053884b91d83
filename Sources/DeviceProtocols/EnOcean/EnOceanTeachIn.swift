import GatewayCore

/// What a telegram says that wants to be learnt.
///
/// It never is a device's event, and it never re-wires an enrolled device: it proposes.
package struct EnOceanTeachIn: Hashable, Sendable {
    package enum Verdict: UInt8, Sendable {
        case refused = 0
        case taughtIn = 1
        case deleted = 2
        case profileNotSupported = 3
    }

    /// False where the device asks to be forgotten.
    package var isTeachIn: Bool
    /// "A5-02-05", where the telegram names it.
    package var profile: String?
    package var manufacturer: Int?
    /// UTE: an answer is due within half a second.
    package var expectsResponse = false
    package var isUnidirectional: Bool?
    package var channel: UInt8?

    static func name(_ rorg: UInt8, _ function: UInt8, _ type: UInt8) -> String {
        [rorg, function, type].map { Hexadecimal.lowerCase([$0]).uppercased() }.joined(separator: "-")
    }

    /// The answer to a universal teach-in (UTE), as it is written to the interface. To be sent only while the
    /// installer has opened a learning window.
    ///
    /// - Parameter base: the sender's four bytes, from the interface's base identity.
    /// - Returns: nil for a telegram that is no UTE query, or asks for no answer.
    package static func response(
        to telegram: EnOceanTelegram, from base: [UInt8], _ verdict: Verdict
    ) -> [UInt8]? {
        guard telegram.kind == .universalTeachIn, telegram.teachIn?.expectsResponse == true, base.count == 4,
            // 0 is a query, 1 an answer.
            telegram.data[0] & 0x0F == 0
        else { return nil }
        var data = [telegram.rorg, 0x80 | verdict.rawValue << 4 | 0x01]
        data += telegram.data.dropFirst()
        data += base
        data.append(0)
        let packet = ESP3Packet(
            type: 1, data: data, optional: [0x03] + telegram.sender + [0xFF, 0x00])
        return packet.bytes
    }
}
