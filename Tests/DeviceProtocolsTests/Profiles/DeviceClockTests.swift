import DeviceProtocols
import GatewayCore
import Testing

/// When a device says that what it tells happened.
@Suite struct DeviceClockTests {
    private func home(_ form: DeviceClock.Form, past: Duration = .days(30)) -> SampleHome {
        var profile = DeviceProfile.of(.json, .number(.bodyWeight, "/weight"))
        profile.clock = DeviceClock(path: "/time", form: form, past: past)
        return SampleHome(profile, at: "scale")
    }

    // The sample home's clock begins at 2026-11-22T17:30:00Z.
    @Test(arguments: [
        (DeviceClock.Form.unix, "1795365000"), (.unix, "\"1795365000\""), (.unixMilliseconds, "1795365000000"),
        (.iso8601, "\"2026-11-22T16:30:00Z\""), (.iso8601, "\"2026-11-22T17:30:00+01:00\""),
    ])
    func `a believable time is when it happened`(_ form: DeviceClock.Form, _ time: String) {
        var home = home(form)
        let decoded = home.publish("scale", "{\"weight\":70,\"time\":\(time)}")
        #expect(decoded.readings.map(\.occurred) == [WallTime(milliseconds: 1_795_365_000_000)])
        #expect(decoded.mistimed == 0 && decoded.unmapped == 0)
    }

    @Test(arguments: ["1795375000", "1795000000", "0", "-1e300", "9e18", "\"yesterday\"", "true", "{}"])
    func `another time is counted, and the arrival's is taken`(_ time: String) {
        var home = home(.unix, past: .hours(24))
        let decoded = home.publish("scale", "{\"weight\":70,\"time\":\(time)}")
        #expect(decoded.words == ["body_weight 70"])
        #expect(decoded.readings.map(\.occurred) == [nil])
        #expect(decoded.mistimed == 1)
    }

    @Test func `a message without a time is of now`() {
        var home = home(.unix)
        let decoded = home.publish("scale", #"{"weight":70}"#)
        #expect(decoded.readings.map(\.occurred) == [nil] && decoded.mistimed == 0)
    }
}
