import DeviceProtocols
import GatewayCore
import Testing

@Suite struct RFXtrxFrameTests {
    @Test func `a KeeLoq sender is known by its serial number and its buttons`() throws {
        let frame = try #require(
            RFXtrxFrame(bytes("1c21020000000000131211c30000000000000000000000000000000045")))
        #expect(frame.identities == ["21:02:3111213"])
        #expect(frame["command"] == 12)
        #expect(frame["signal"] == 4)
        #expect(frame["battery"] == 5)
    }

    @Test(arguments: [
        ("0a1400203456780102001f", ["14:00:345678:1", "14:00:345678"], 2),
        ("0b15000112344103000100" + "60", ["15:00:1234:a3", "15:00:1234"], 0),
        ("081200010a05021060", ["12:00:0a:0205", "12:00:0a"], 16),
        ("0913002a123456015e70", ["13:00:123456", "13:00:12345"], 6),
    ])
    func `lighting senders are known with and without their unit`(
        _ hex: String, _ identities: [String], _ command: Int
    ) throws {
        let frame = try #require(RFXtrxFrame(bytes(hex)))
        #expect(frame.identities == identities)
        #expect(frame["command"] == command)
    }

    @Test func `a house code that does not exist is refused`() {
        #expect(RFXtrxFrame(bytes("0710013d20010150")) == nil)
    }

    @Test func `smoke is told as panic and only by the enrolled detector`() {
        var home = SampleHome([.radio("smoke", "20:03:a10900", .smoke)])
        #expect(
            home.receive(SampleHome.radio, hex: "08200300a109000670").words
                == ["smoke true", "tamper false", "signal_level 7"])
        let neighbour = home.receive(SampleHome.radio, hex: "08200300a109010670")
        #expect(neighbour.readings.isEmpty)
        #expect(neighbour.strangers == ["20:03:a10901"])
        let motion = home.receive(SampleHome.radio, hex: "08200100a109000570")
        #expect(motion.strangers == ["20:01:a10900"])
    }

    @Test func `the tamper bit does not hide the alarm`() {
        var home = SampleHome([.radio("smoke", "20:03:a10900", .smoke)])
        #expect(
            home.receive(SampleHome.radio, hex: "08200300a109008670").words
                == ["smoke true", "tamper true", "signal_level 7"])
    }

    @Test func `an empty battery nibble alone says nothing`() {
        var home = SampleHome([.radio("remote", "20:08:0a2b3c", .remote)])
        let decoded = home.receive(SampleHome.radio, hex: "082008180a2b3c0650")
        #expect(decoded.words == ["help_call", "signal_level 5"])
        #expect(decoded.unmapped == 0)
    }

    @Test func `frames that a button repeats are one press`() {
        var home = SampleHome([.radio("remote", "20:08:0a2b3c", .remote)])
        var events = 0
        for sequence in 0..<8 {
            events += home.receive(SampleHome.radio, hex: "0820081\(sequence)0a2b3c0659").events.count
            home.wait(.milliseconds(250))
        }
        #expect(events == 1)
        home.wait(.seconds(3))
        #expect(home.receive(SampleHome.radio, hex: "0820081a0a2b3c0659").events == [.helpCall])
    }

    @Test func `the same frame is one press where the profile joins none`() {
        var profile = DeviceProfile.remote
        profile.repeatWithin = .zero
        var home = SampleHome([.radio("remote", "20:08:0a2b3c", profile)])
        #expect(home.receive(SampleHome.radio, hex: "082008180a2b3c0659").events.count == 1)
        home.wait(.milliseconds(300))
        #expect(home.receive(SampleHome.radio, hex: "082008180a2b3c0649").copies == 1)
        home.wait(.milliseconds(300))
        #expect(home.receive(SampleHome.radio, hex: "082008190a2b3c0649").events.count == 1)
    }

    @Test func `a sender is found by its unit first and then by itself`() {
        let press = DeviceProfile(
            id: "b", title: "B", maker: "M", dialect: .rfxtrx,
            fields: [ProfileField(path: "command", capability: .buttonPress, meaning: .happens(when: [.integer(1)]))])
        var home = SampleHome([
            .radio("five", "11:00:1234567:5", press), .radio("others", "11:00:1234567", press),
        ])
        let five = home.receive(SampleHome.radio, hex: "0b11002a0123456705010870")
        #expect(five.readings.map(\.device) == [DeviceID("five")])
        let four = home.receive(SampleHome.radio, hex: "0b11002b0123456704010870")
        #expect(four.readings.map(\.device) == [DeviceID("others")])
    }

    @Test func `a port is greeted with reset and status and start`() throws {
        let steps = try #require(SerialConnection.SerialProtocol.rfxtrx.greeting).steps
        #expect(steps.map(\.bytes.count) == [14, 14, 14])
        #expect(steps.map { Array($0.bytes[..<5]) } == [[13, 0, 0, 0, 0], [13, 0, 0, 1, 2], [13, 0, 0, 3, 7]])
        #expect(steps[0].pause >= .milliseconds(300))
        #expect(steps.map(\.discardsInput) == [true, false, false])
        #expect(SerialConnection.SerialProtocol.jsonLines.greeting == nil)
        let oximeter = try #require(SerialConnection.SerialProtocol.cms50V7.greeting)
        let start: [UInt8] = [0x7D, 0x81, 0xA1, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80]
        #expect(oximeter.steps.map(\.bytes) == [start])
        #expect(oximeter.keepAlive?.bytes == [0x7D, 0x81, 0xAF] + start.suffix(6))
        #expect(oximeter.keepAlive?.bytesInSilence == start)
        #expect(oximeter.keepAlive?.interval == .seconds(1))
    }
}
