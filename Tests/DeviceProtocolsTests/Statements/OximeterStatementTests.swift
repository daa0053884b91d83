import DeviceProtocols
import Testing

/// What a sample of an oximeter says.
struct OximeterStatementTests {
    @Test(arguments: [
        (#"{"finger_out":false,"pulse_bpm":65,"spo2_pct":97}"#, ["heart_rate=65 /min", "spo2=97 %"]),
        (#"{"finger_out":true,"pulse_bpm":65,"spo2_pct":97}"#, []),
        (#"{"searching":true,"pulse_bpm":65,"spo2_pct":97}"#, []),
        (#"{"searching_too_long":true,"pulse_bpm":65,"spo2_pct":97}"#, []),
        (#"{"pulse_bpm":255,"spo2_pct":127}"#, []),
        (#"{"pulse_bpm":0,"spo2_pct":0}"#, []),
    ] as [(String, [String])])
    func `a sample says what was measured, and nothing while the oximeter says that it does not measure`(
        _ decoded: String, _ says: [String]
    ) throws {
        let frame = try #require(DecodedValue(json: Array(decoded.utf8)))
        var list = StatementList(isRetained: false)
        OximeterStatements.read(frame, into: &list)
        #expect(list.statements.map(ConventionTests.say) == says)
    }
}
