import GatewayCore
import Testing

@testable import AlarmProtocols

@Suite struct DC09KeyTests {
    private let padding = Array("QWERTZUIOPASDFGH".utf8)

    @Test(arguments: [
        ("AAAAAAAABBBBBBBB", DC09Connection.KeyForm.text), ("AAAAAAAABBBBBBBBCCCCCCCC", .text),
        ("00112233445566778899aabbccddeeff", .hexadecimal), ("00112233445566778899AABBCCDDEEFF", .text),
    ])
    func `keys of 16, 24 and 32 bytes are taken`(text: String, form: DC09Connection.KeyForm) throws {
        let key = try DC09Key(Secret(text), form: form)
        for data in ["", "#1234|1101 00 003", "#ABCDEF|3602 00 999"] {
            let content = DC09Content(data: data, timestamp: WallTime(milliseconds: 1_700_000_000_000))
            let sealed = key.seal(content, padding: padding)
            #expect(sealed.count % 16 == 0)
            #expect(try key.open(sealed) == content)
        }
    }

    @Test(arguments: [
        ("short", DC09Connection.KeyForm.text, DC09KeyError.wrongLength(bytes: 5)),
        ("00112233445566778899aabbccddee", .hexadecimal, .wrongLength(bytes: 15)),
        ("0011223344556677889", .hexadecimal, .notHexadecimal), ("zz", .hexadecimal, .notHexadecimal),
    ])
    func `other keys are refused with their reason`(text: String, form: DC09Connection.KeyForm, reason: DC09KeyError) {
        #expect(throws: reason) { try DC09Key(Secret(text), form: form) }
    }

    @Test func `another key opens nothing`() throws {
        let right = try DC09Key(Secret("AAAAAAAABBBBBBBB"), form: .text)
        let wrong = try DC09Key(Secret("AAAAAAAABBBBBBBC"), form: .text)
        let sealed = right.seal(DC09Content(timestamp: WallTime(milliseconds: 0)), padding: padding)
        #expect(throws: DC09FrameError.undecipherable) { try wrong.open(sealed) }
        #expect(throws: DC09FrameError.undecipherable) { try right.open([]) }
        #expect(throws: DC09FrameError.undecipherable) { try right.open(Array(sealed.dropLast())) }
    }
}
