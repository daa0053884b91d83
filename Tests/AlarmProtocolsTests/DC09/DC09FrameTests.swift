import GatewayCore
import Testing

@testable import AlarmProtocols

@Suite struct DC09FrameTests {
    private static let moment = WallTime(rfc3339: "2026-03-04T10:11:12Z")

    /// Frames that pysiaalarm 3.2.2 accepted.
    private static let frames: [(String, DC09Frame)] = [
        (
            "EBCE0015\"NULL\"0001R0L0#1234[]",
            DC09Frame(
                token: .null, sequence: 1, receiver: "0", line: "0", account: "1234", body: .clear(DC09Content()))
        ),
        (
            "B1FE0029\"ADM-CID\"0002R0L0#1234[#1234|1101 00 003]",
            DC09Frame(
                token: .admCID, sequence: 2, receiver: "0", line: "0", account: "1234",
                body: .clear(DC09Content(data: "#1234|1101 00 003")))
        ),
        (
            "C63E003D\"ADM-CID\"0003R0L0#1234[#1234|3301 00 000]_10:11:12,03-04-2026",
            DC09Frame(
                token: .admCID, sequence: 3, receiver: "0", line: "0", account: "1234",
                body: .clear(DC09Content(data: "#1234|3301 00 000", timestamp: moment)))
        ),
        (
            "C6990028\"SIA-DCS\"0004R0L0#1234[#1234|Nri0/QA003]",
            DC09Frame(
                token: .siaDCS, sequence: 4, receiver: "0", line: "0", account: "1234",
                body: .clear(DC09Content(data: "#1234|Nri0/QA003")))
        ),
    ]

    @Test(arguments: frames)
    func `frames are written and read as independent receivers do`(text: String, frame: DC09Frame) throws {
        #expect(frame.encoded() == [0x0A] + Array(text.utf8) + [0x0D])
        #expect(try DC09Frame(parsing: Array(text.utf8)) == frame)
    }

    @Test func `the enciphered frame is written and read`() throws {
        let text = "EE33007A\"*ADM-CID\"0005R0L0#ABCDEF[9487024951F3CC288B9C03121DFEF886"
            + "369E8117380E16D4D6487B775B3726FCE1A6D8995E41E31B790F5B5E9197C7F8"
        let key = try DC09Key(Secret("AAAAAAAABBBBBBBBCCCCCCCCDDDDDDDD"), form: .text)
        let content = DC09Content(data: "#ABCDEF|1101 00 003", timestamp: Self.moment)
        let frame = DC09Frame(
            token: .admCID, sequence: 5, receiver: "0", line: "0", account: "ABCDEF",
            body: .sealed(key.seal(content, padding: Array("0000000000000000".utf8))))
        #expect(frame.encoded() == [0x0A] + Array(text.utf8) + [0x0D])
        let read = try DC09Frame(parsing: Array(text.utf8))
        guard case .sealed(let sealed) = read.body else {
            Issue.record("The frame is enciphered.")
            return
        }
        #expect(try key.open(sealed) == content)
    }

    /// From public implementations and reports.
    @Test(arguments: [
        ("3BAC0029\"SIA-DCS\"0002#0123[#0123|Nti20:50:26RP99]", DC09Token.siaDCS, 2),
        ("F4D20029\"SIA-DCS\"0001RF3L77#1234[#1234|NRR|Atest]", .siaDCS, 1),
        ("96ED0016\"SIA-DCS\"0001L0#1234[]", .siaDCS, 1),
        ("E4410025\"NAK\"0000R0L0A0[]_16:20:01,09-24-2025", .nak, 0),
    ])
    func `frames from the field are read and come out the same`(text: String, token: DC09Token, sequence: Int) throws {
        let frame = try DC09Frame(parsing: Array(text.utf8))
        #expect(frame.token == token)
        #expect(frame.sequence == sequence)
        #expect(frame.encoded() == [0x0A] + Array(text.utf8) + [0x0D])
    }

    @Test func `a NAK tells the receiver's time`() throws {
        let frame = try DC09Frame(parsing: Array("E4410025\"NAK\"0000R0L0A0[]_16:20:01,09-24-2025".utf8))
        #expect(frame.body == .clear(DC09Content(timestamp: WallTime(rfc3339: "2025-09-24T16:20:01Z"))))
    }

    @Test func `blocks of extended data are kept`() throws {
        let content = DC09Content(data: "#1234|1101 00 003", blocks: ["Atest", "H10:11:12"], timestamp: Self.moment)
        let frame = DC09Frame(
            token: .admCID, sequence: 9_999, receiver: nil, line: "0", account: "1234", body: .clear(content))
        let bytes = frame.encoded().dropFirst().dropLast()
        #expect(try DC09Frame(parsing: Array(bytes)).body == .clear(content))
    }

    @Test func `junk between the sequence number and L is survived`() throws {
        let frame = try DC09Frame(parsing: framed("\"ACK\"0007NoneL0#1234[]"))
        #expect(frame.token == .ack)
        #expect(frame.sequence == 7)
        #expect(frame.line == "0")
        #expect(frame.account == "1234")
    }

    @Test(arguments: [
        "", "EBCE0015", "EBCE0014\"NULL\"0001R0L0#1234[]", "EBCF0015\"NULL\"0001R0L0#1234[]", "zzzz0015\"NULL\"",
    ])
    func `a frame with the wrong length or checksum is refused`(text: String) {
        #expect(throws: DC09FrameError.self) { try DC09Frame(parsing: Array(text.utf8)) }
    }

    @Test(arguments: [
        "ACK", "\"ACK", "\"ACK\"", "\"ACK\"12", "\"ACK\"١٢٣٤[]", "\"ACK\"0001L0#1234", "\"ACK\"0001L0#1234[",
        "\"ACK\"0001L0#1234[][", "\"ACK\"0001L0#1234[]_yesterday", "\"*ACK\"0001L0#1234[XY", "\"*ACK\"0001L0[ABC",
        "\"NAK\"0000R0L0A0[]_25:00:00,09-24-2025", "\"NAK\"0000R0L0A0[]_10:00:00,24-09-2025",
    ])
    func `a frame that is not DC-09 inside is refused`(text: String) {
        #expect(throws: DC09FrameError.self) { try DC09Frame(parsing: framed(text)) }
    }

    @Test func `any bytes at all are read or refused`() {
        var generator = SplitMix(seed: 2_026)
        for _ in 0..<5_000 {
            let count = Int(generator.next() % 60)
            let alphabet = Array("\"*#[]|_RL0A9\n\r\u{FF}".utf8)
            let bytes = (0..<count).map { _ in alphabet[Int(generator.next() % UInt64(alphabet.count))] }
            _ = try? DC09Frame(parsing: bytes)
            _ = try? DC09Frame(parsing: framed(Latin1.text(of: bytes)))
        }
    }
}

/// A body with the right length and checksum before it.
func framed(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    let sum = CRC16.checksum(of: bytes)
    let head = [UInt8(sum >> 8), UInt8(sum & 0xFF), UInt8(bytes.count >> 8), UInt8(bytes.count & 0xFF)]
    return Hexadecimal.text(of: head) + bytes
}

/// Sebastiano Vigna's SplitMix64, so that a failure can be run again.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
