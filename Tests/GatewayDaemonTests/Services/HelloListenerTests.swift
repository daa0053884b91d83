import DeviceProtocols
import GatewayCore
import Testing

@testable import GatewayDaemon

@Suite struct HelloListenerTests {
    private static let moment = Moment(
        boot: BootTime(nanoseconds: 1_000_000_000), wall: WallTime(milliseconds: 1_795_368_600_000),
        quality: .synchronised)
    private static let status: [UInt8] = [
        0x0D, 0x01, 0x00, 0x01, 0x02, 0x53, 0x45, 0x00, 0x0C, 0x2F, 0x01, 0x01, 0x00, 0x00,
    ]
    private static let panic: [UInt8] = [0x08, 0x20, 0x08, 0x18, 0x0A, 0x2B, 0x3C, 0x06, 0x59]
    private static let base: [UInt8] = [0x55, 0x00, 0x05, 0x00, 0x02, 0xCE, 0x00, 0xFF, 0x80, 0x00, 0x00, 0xDA]

    private func hears(
        _ serialProtocol: SerialConnection.SerialProtocol, _ pieces: [[UInt8]]
    ) throws -> [Bool] {
        let listener = HelloListener(try #require(serialProtocol.hello), serialProtocol)
        return pieces.map { listener.hears($0, at: Self.moment) }
    }

    @Test func `an RFXtrx receiver proves itself by its status, in whatever pieces`() throws {
        #expect(try hears(.rfxtrx, [Self.status]) == [true])
        #expect(try hears(.rfxtrx, [Array(Self.status.prefix(5)), Array(Self.status.dropFirst(5))]) == [false, true])
    }

    @Test func `frames without a checksum prove nothing, and another protocol's neither`() throws {
        let line = Array("20;00;Nodo RadioFrequencyLink".utf8)
        #expect(try hears(.rfxtrx, [Self.panic, Self.base, line]) == [false, false, false])
    }

    @Test func `an EnOcean receiver proves itself by any frame`() throws {
        #expect(try hears(.enOcean, [Self.status, Self.panic, Self.base]) == [false, false, true])
    }

    @Test func `generic lines need not prove anything`() {
        #expect(SerialConnection.SerialProtocol.jsonLines.hello == nil)
    }

    @Test(arguments: SerialConnection.SerialProtocol.allCases)
    func `what the installer reads is one sentence and a question`(_ serial: SerialConnection.SerialProtocol) {
        guard let hello = serial.hello else { return }
        for text in [hello.silence, hello.strangeness] {
            #expect(text.hasSuffix("?"))
            #expect(text.contains(hello.name))
        }
    }
}
