import DeviceProtocols
import Testing

/// EnOcean telegrams as the package `enocean` describes them, and what they say.
struct EnOceanStatementTests {
    private static func says(_ decoded: String, isProfileGiven: Bool) throws -> [String] {
        let frame = try #require(DecodedValue(json: Array(decoded.utf8)))
        var list = StatementList(isRetained: false)
        EnOceanStatements.read(frame, isProfileGiven: isProfileGiven, into: &list)
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
}
