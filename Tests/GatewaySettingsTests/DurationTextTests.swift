import GatewayCore
import Testing

@testable import GatewaySettings

struct DurationTextTests {
    @Test(arguments: [
        ("30s", Duration.seconds(30)), ("5m", .minutes(5)), ("2h", .hours(2)), ("1d", .days(1)),
        ("1h30m", .minutes(90)), ("1d2h3m4s5ms", .days(1) + .hours(2) + .minutes(3) + .milliseconds(4_005)),
        ("250ms", .milliseconds(250)), ("0s", .zero), ("90m", .minutes(90)),
    ])
    func `a duration is a number with a unit, or several`(_ text: String, _ duration: Duration) {
        #expect(DurationText.read(text) == .duration(duration))
        #expect(DurationText.read(DurationText.write(duration)) == .duration(duration))
    }

    @Test(arguments: [
        "", "s", "30", "30x", "-5s", "5 m", "m5", "1h1h", "30s1m", "1.5h", "99999999999s", "9999999999d", "999999999d",
        "٣s", "1h30", "∞",
    ])
    func `anything else is refused with a hint`(_ text: String) {
        guard case .refused(_, let hint) = DurationText.read(text) else {
            Issue.record("\(text) was taken")
            return
        }
        #expect(!hint.isEmpty)
    }
}
