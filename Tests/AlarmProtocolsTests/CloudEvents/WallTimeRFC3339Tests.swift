import GatewayCore
import Testing

@testable import AlarmProtocols

@Suite struct WallTimeRFC3339Tests {
    @Test(arguments: [
        ("2026-11-22T17:30:34.123Z", 1_795_368_634_123),
        ("2026-11-22T18:30:34.123+01:00", 1_795_368_634_123),
        ("2026-11-22t12:00:34.1239999-05:30", 1_795_368_634_123),
        ("1970-01-01T00:00:00Z", 0),
        ("1969-12-31T23:59:59.5Z", -500),
        ("2024-02-29T00:00:00z", 1_709_164_800_000),
    ])
    func `a time stamp is read`(text: String, milliseconds: Int64) {
        #expect(WallTime(rfc3339: text)?.milliseconds == milliseconds)
    }

    @Test(arguments: [
        "", "2026-11-22", "2026-11-22T17:30:34", "2026-11-22T17:30:34.Z", "2026-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z", "2026-11-22T24:00:00Z", "2026-11-22T17:30:34Z ", "2026-11-22T17:30:34+1:00",
        "+026-11-22T17:30:34Z", "2026-11-22T17:30:34.1234567890Z", "２026-11-22T17:30:34Z",
    ])
    func `anything else is not`(text: String) {
        #expect(WallTime(rfc3339: text) == nil)
    }

    @Test func `what we write we read`() {
        #expect(WallTime(rfc3339: sampleTime.rfc3339) == sampleTime)
    }
}
