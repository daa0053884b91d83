import GatewayCore
import Testing

@testable import DeviceProtocols

@Suite struct ReportedTimeTests {
    @Test(arguments: [
        (Scalar.text("2026-04-17T15:33:20.123Z"), "2026-04-17T15:33:20.123Z"),
        (.text("2026-04-17T23:33:20+08:00"), "2026-04-17T15:33:20.000Z"),
        (.text("2026-04-17T10:03:20-0530"), "2026-04-17T15:33:20.000Z"),
        (.text("2026-04-17T15:33:20.5Z"), "2026-04-17T15:33:20.500Z"),
        (.number(1_776_440_000_123), "2026-04-17T15:33:20.123Z"),
    ])
    func `each form is read`(_ scalar: Scalar, _ expected: String) {
        #expect(ReportedTime.wallTime(scalar)?.rfc3339 == expected)
    }

    @Test(arguments: [
        "", "2026-04-17", "2026-04-17T15:33:20", "2026-13-17T15:33:20Z", "2026-04-17T25:33:20Z",
        "2026-04-17T15:33:20.Z", "2026-04-17T15:33:20.1234567890Z", "2026-04-17T15:33:20+8", "2026-04-17 15:33:20Z",
        "2026-04-17T15:33:20ZZ", "-026-04-17T15:33:20Z", "2026-04-17T15:33:20+99:00",
    ])
    func `anything else is not a time`(_ text: String) {
        #expect(ReportedTime.wallTime(.text(text)) == nil)
    }

    @Test(arguments: [Scalar.flag(true), .compound, .number(1e300)])
    func `other values are not a time`(_ scalar: Scalar) {
        #expect(ReportedTime.wallTime(scalar) == nil)
    }
}
