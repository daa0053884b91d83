import GatewayCore

/// What an EnOcean interface says of itself.
package struct EnOceanInterface: Hashable, Sendable {
    /// The first of the senders that it can be: "ff800000".
    package var base: String

    /// Nil unless the packet answers the question for the base identity (CO_RD_IDBASE) with success: four bytes
    /// behind the return code.
    init?(_ packet: ESP3Packet) {
        guard packet.type == 2, packet.data.first == 0, packet.data.count == 5 else { return nil }
        base = Hexadecimal.lowerCase(packet.data.dropFirst())
    }
}
