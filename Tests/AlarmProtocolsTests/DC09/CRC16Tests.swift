import Testing

@testable import AlarmProtocols

@Suite struct CRC16Tests {
    @Test func `the check value is that of CRC-16-ARC`() {
        #expect(CRC16.checksum(of: "123456789".utf8) == 0xBB3D)
        #expect(CRC16.checksum(of: []) == 0)
    }

    @Test func `the 101st entry of the table is not the misprint of DC-07`() {
        #expect(CRC16.checksum(of: [100]) == 0xEB01)
    }
}
