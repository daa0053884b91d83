import GatewayCore
import Testing

@testable import DeviceProtocols

/// EnOcean telegrams as the package `enocean` describes them, and what they say.
struct EnOceanStatementTests {
    private static func says(_ decoded: String, isProfileGiven: Bool) throws -> [String] {
        let decoded = try #require(DecodedValue(json: Array(decoded.utf8)))
        let told = (decoded["values"]?.members ?? []).map { (path: $0.name, value: Scalar.bit(true)) }
        let moment = Moment(boot: .zero, wall: WallTime(milliseconds: 0), quality: .unsynchronised)
        let frame = DeviceFrame(moment: moment, values: told, decoded: decoded)
        let list = FrameStatements.read([frame], as: .enOcean, isProfileGiven: isProfileGiven)
        return list.statements.map(ConventionTests.say)
    }

    @Test(arguments: [
        (#"{"eep":"D5-00-01","values":{"CO":{"raw":0,"value":"open"}}}"#, ["contact.open=true"]),
        (#"{"eep":"D5-00-01","values":{"CO":{"raw":1,"value":"closed"}}}"#, ["contact.open=false"]),
        (#"{"eep":"A5-02-05","values":{"TMP":{"raw":85,"value":26.667}}}"#, ["temperature=26.667 Cel"]),
        (#"{"eep":"A5-07-01","values":{"PIR":{"raw":0,"value":"off"}}}"#, ["motion=false"]),
        (#"{"rorg":"0xA5"}"#, []),
    ] as [(String, [String])])
    func `a telegram that says its kind says what it means`(_ decoded: String, _ says: [String]) throws {
        #expect(try Self.says(decoded, isProfileGiven: false) == says)
    }

    @Test(arguments: [
        (#"{"eep":"F6-02-01","values":{"R1":{"raw":2,"value":"Button BI"},"EB":{"raw":1}}}"#, ["button.press=Button BI"]),
        (#"{"eep":"F6-02-01","values":{"R1":{"raw":0,"value":"Button AI"},"EB":{"raw":0}}}"#, ["button.release=released"]),
        (#"{"eep":"F6-05-02","values":{"SMO":{"raw":16}}}"#, ["smoke=true"]),
        (#"{"eep":"F6-05-02","values":{"SMO":{"raw":48}}}"#, ["battery_low=true"]),
        (#"{"eep":"F6-05-01","values":{"WAS":{"raw":17}}}"#, ["leak=true"]),
    ] as [(String, [String])])
    func `one byte says nothing until somebody says by which profile`(_ decoded: String, _ says: [String]) throws {
        #expect(try Self.says(decoded, isProfileGiven: false) == [])
        #expect(try Self.says(decoded, isProfileGiven: true) == says)
    }

    /// Frames composed from the layout of each EEP (EnOcean Alliance, EEP 2.6.5).
    @Test(arguments: [
        // A device that is taught in says nothing of the home.
        ("A5-07-01", "55000a0701eba51c088080fed12a3b0003ffffffff3f0085", []),
        ("A5-14-01", "55000a0701eba550080081fed12a3b0003ffffffff3f0050", []),
        ("D5-00-01", "55000707017ad500fed12a3b0003ffffffff3f00f6", []),
        // A thermometer that is not there.
        ("A5-04-01", "55000a0701eba500640008fed12a3b0003ffffffff3f0001", ["humidity=40.0 %"]),
        ("A5-09-04", "55000a0701eba564328008fed12a3b0003ffffffff3f0045", ["co2=500.0 [ppm]"]),
        // 255 of 250 is a fault, not 102 %.
        ("A5-04-01", "55000a0701eba500ff7d0afed12a3b0003ffffffff3f0001", ["temperature=20.0 Cel"]),
        ("F6-01-01", "55000707017af610fed12a3b2003ffffffff3f003b", ["button.press=Pressed"]),
        ("F6-02-01", "55000707017af615fed12a3b3003ffffffff3f00c6", ["button.press=Button AI", "button.press=Button BI"]),
        ("F6-02-01", "55000707017af670fed12a3b2003ffffffff3f003e", ["button.press=several buttons"]),
        // Only one byte is water; no other is "dry".
        ("F6-05-01", "55000707017af630fed12a3b3003ffffffff3f00f2", []),
        ("F6-10-00", "55000707017af6e0fed12a3b2003ffffffff3f00b0", ["contact.open=true"]),
        ("F6-10-00", "55000707017af600fed12a3b2003ffffffff3f0044", []),
        ("A5-30-02", "55000a0701eba500000009fed12a3b0003ffffffff3f000e", ["contact.open=true"]),
        ("A5-30-01", "55000a0701eba50000ff08fed12a3b0003ffffffff3f00aa", ["contact.open=true", "battery_low=true"]),
        ("A5-14-05", "55000a0701eba59600000afed12a3b0003ffffffff3f009e", ["vibration=true"]),
        ("A5-12-01", "55000a0701eba50008980dfed12a3b0003ffffffff3f007d", ["power=220 W"]),
    ] as [(String, String, [String])])
    func `a telegram tells what it has, and nothing that it has not`(_ eep: String, _ hex: String, _ says: [String]) {
        var stream = EnOceanStream(profileOf: ["fed12a3b": eep])
        let moment = Moment(boot: .zero, wall: WallTime(milliseconds: 0), quality: .unsynchronised)
        let frames = stream.take(Hexadecimal.bytes(of: Array(hex.utf8)) ?? [], at: moment).frames
        let list = FrameStatements.read(frames, as: .enOcean, isProfileGiven: true)
        #expect(list.statements.map(ConventionTests.say) == says)
    }
}
