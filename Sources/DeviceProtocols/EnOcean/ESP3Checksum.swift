/// CRC-8 with the polynomial 0x07 and nothing before or after: over a header's four bytes, and over the data
/// with the optional data (EnOcean Serial Protocol 3).
enum ESP3Checksum {
    private static let table: [UInt8] = (0...255).map { value in
        (0..<8).reduce(UInt8(value)) { rest, _ in rest & 0x80 == 0 ? rest << 1 : rest << 1 ^ 0x07 }
    }

    static func of(_ bytes: some Sequence<UInt8>) -> UInt8 {
        bytes.reduce(0) { table[Int($0 ^ $1)] }
    }
}
