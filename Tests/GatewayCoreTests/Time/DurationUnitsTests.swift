internal import GatewayCore
internal import Testing

@Suite struct DurationUnitsTests {
    @Test func `a duration is written exactly, as settings write it`() {
        let written: [(Duration, String)] = [
            (.zero, "0s"), (.seconds(10), "10s"), (.seconds(70), "1m10s"), (.minutes(150), "2h30m"),
            (.days(1) + .minutes(50), "1d50m"), (.milliseconds(1_999), "1s"), (.seconds(-5), "0s"),
        ]
        for (duration, text) in written { #expect(duration.inUnits == text) }
    }
}
