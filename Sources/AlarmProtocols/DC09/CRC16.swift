/// CRC-16/ARC (polynomial 0x8005 reflected, start 0, no final exclusive or), which DC-09 puts before each
/// frame as four upper-case hexadecimal digits. Its check value for "123456789" is 0xBB3D.
enum CRC16 {
    static func checksum(of bytes: some Sequence<UInt8>) -> UInt16 {
        var sum: UInt16 = 0
        for byte in bytes {
            sum ^= UInt16(byte)
            for _ in 0..<8 {
                sum = sum & 1 == 1 ? (sum >> 1) ^ 0xA001 : sum >> 1
            }
        }
        return sum
    }
}
