/// One frame of the EnOcean Serial Protocol 3 whose two checksums are right.
package struct ESP3Packet: Hashable, Sendable {
    static let synchronisation: UInt8 = 0x55
    /// Synchronisation, two lengths, type and the header's checksum.
    static let headerBytes = 6

    package var type: UInt8
    package var data: [UInt8]
    package var optional: [UInt8]

    package init(type: UInt8, data: [UInt8], optional: [UInt8]) {
        self.type = type
        self.data = data
        self.optional = optional
    }

    private var header: [UInt8] {
        [
            UInt8(truncatingIfNeeded: data.count >> 8), UInt8(truncatingIfNeeded: data.count),
            UInt8(truncatingIfNeeded: optional.count), type,
        ]
    }

    var headerChecksum: UInt8 { ESP3Checksum.of(header) }
    var dataChecksum: UInt8 { ESP3Checksum.of(data + optional) }

    /// As it stands on the line.
    package var bytes: [UInt8] {
        var bytes = [Self.synchronisation]
        bytes += header
        bytes.append(headerChecksum)
        bytes += data
        bytes += optional
        bytes.append(dataChecksum)
        return bytes
    }
}
