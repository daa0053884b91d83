import DeviceProtocols
import GatewayCore
import Testing

/// What goes out at a serial port to switch something, and what comes back.
struct SerialOutputDialectTests {
    private static let port = IntakeID("port")

    /// The bytes are those of pyRFXtrx 0.34.0 (`set_transmit` of Lighting1, Lighting2, Lighting5).
    @Test(arguments: [
        ("10:00:a1", "0710000041010100", "0710000041010000"),
        ("11:00:0b1f2a3:1", "0b11000000b1f2a301010000", "0b11000000b1f2a301000000"),
        ("11:00:00b1f2a3:1", "0b11000000b1f2a301010000", "0b11000000b1f2a301000000"),
        ("14:00:f1a2b3:1", "0a140000f1a2b301010000", "0a140000f1a2b301000000"),
    ])
    func `a switch is told by the address of the sender that it has learnt`(
        _ address: String, _ on: String, _ off: String
    ) throws {
        let transmission = try #require(RFXtrxTransmission(address: address))
        #expect(!transmission.isChime)
        let output = SerialOutputDialect.rfxtrx(transmission).output(over: Self.port)
        #expect(output.on == bytes(on) && output.off == bytes(off) && output.confirmation == nil)
        // What is sent is heard as a command of that sender.
        var stream = RFXtrxStream()
        let frame = try #require(stream.take(output.on, at: SampleHome([]).moment).frames.first)
        let identity = address == "11:00:00b1f2a3:1" ? "11:00:0b1f2a3:1" : address
        #expect(frame.identities.contains(identity))
    }

    @Test func `a chime rings a sound for each stage, and is not switched off`() throws {
        let transmission = try #require(RFXtrxTransmission(address: "16:00:000f"))
        #expect(transmission.isChime)
        let output = SerialOutputDialect.rfxtrxChime(transmission, sound: 3, sounds: [.heard: 1])
            .output(over: Self.port)
        // pyRFXtrx 0.34.0, `Chime.set_transmit`.
        #expect(output.on == bytes("07160000000f0300") && output.off.isEmpty)
        #expect(output.stages == [.heard: bytes("07160000000f0100")])
    }

    @Test(arguments: [
        "", "11", "11:00", "11:00:0b1f2a3", "11:00:0b1f2a3:x", "11:00:0b1f2a3:256", "11:00:b1f2a3:1", "11:00:+b1f2a3:1",
        "10:00:q1", "10:00:a", "10:00:a1:1", "10:00:a256", "10:00:a+1", "11:00:0b1f2a3:+1", "11:+0:0b1f2a3:1",
        "12:00:1:1", "16:00:0f", "16:00:00zz", "16:00:000f:1",
        "20:02:bada55", "zz:00:a1", "11:0:0b1f2a3:1", "é1:00:a1",
    ])
    func `to what is no address of a switch nothing is sent`(_ address: String) {
        #expect(RFXtrxTransmission(address: address) == nil)
    }

    /// As `encode_packet` of python-rflink 0.0.68 writes it, with the gateway's line end.
    @Test func `an RFLink is told in its own words`() {
        let output = SerialOutputDialect.rflink(name: "NewKaku", id: "00c142", unit: "1").output(over: Self.port)
        #expect(output.on == Array("10;NewKaku;00c142;1;ON;\r\n".utf8))
        #expect(output.off == Array("10;NewKaku;00c142;1;OFF;\r\n".utf8))
        #expect(output.confirmation == nil)
    }

    @Test func `a node of MySensors is told, and its echo is its answer, in whatever pieces it comes`() {
        let output = SerialOutputDialect.mysensors(node: 12, child: 1).output(over: Self.port)
        #expect(output.on == Array("12;1;1;1;2;1\n".utf8) && output.off == Array("12;1;1;1;2;0\n".utf8))
        var watch = OutputWatch([Output(id: OutputID("siren"), name: "it", connection: .serial(output))])
        func said(_ text: String, at intake: IntakeID = Self.port) -> [OutputReport] {
            let arrival = Arrival(
                intake: intake, address: intake.name, bytes: Array(text.utf8), moment: SampleHome([]).moment,
                isAlarmClass: true)
            #expect(!watch.hears(arrival), "What comes at the port is read for devices too.")
            return watch.reports(in: arrival)
        }
        let on = OutputReport(output: OutputID("siren"), isOn: true)
        let off = OutputReport(output: OutputID("siren"), isOn: false)
        #expect(said("12;1;1;1;2;1\n") == [on])
        #expect(said("12;1;1;0;2;0\n") == [off])
        #expect(said("12;1;1;1;") == [])
        #expect(said("2;1\n13;1;1;1;2;0\n12;2;1;1;2;0\n") == [on])
        #expect(said("12;1;1;0;2;7\n12;1;1;0;3;1\n\u{0}garbage\n") == [])
        #expect(said("12;1;1;1;2;1\n", at: IntakeID("other")) == [])
    }
}
