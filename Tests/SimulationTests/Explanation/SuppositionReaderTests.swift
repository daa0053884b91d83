internal import GatewayCore
internal import GatewayTesting
internal import Simulation
internal import Testing

/// What people write when they ask what would happen.
@Suite struct SuppositionReaderTests {
    private static let home = HomeBuilder.everyKind().plan.home

    private func read(
        _ device: String, _ words: [String], lasts: Duration? = nil
    ) throws -> Supposition.Happening {
        try SuppositionReader(Self.home).read(device, words, lasts: lasts)
    }

    @Test func `events, states and numbers are read in everyday words`() throws {
        let door = DeviceID("door")
        #expect(try read("pendant", ["press"]) == .told(DeviceID("pendant"), .helpCall, .happened))
        #expect(try read("tag", ["press"]) == .told(DeviceID("tag"), .buttonPress, .happened))
        #expect(try read("pendant", ["help", "call"]) == .told(DeviceID("pendant"), .helpCall, .happened))
        #expect(try read("bracelet", ["Fall"]) == .told(DeviceID("bracelet"), .fall, .happened))
        #expect(try read("smoke", ["carbon-monoxide", "yes"]) == .told(DeviceID("smoke"), .carbonMonoxide, .state(true)))
        #expect(try read("door", ["open"]) == .told(door, .open, .state(true)))
        #expect(try read("door", ["closed"]) == .told(door, .open, .state(false)))
        #expect(try read("door", ["no open"]) == .told(door, .open, .state(false)))
        #expect(try read("motion", ["no", "motion"]) == .told(DeviceID("motion"), .motion, .state(false)))
        let frost = ReadingValue.number(Quantity(thousandths: -2_250))
        #expect(try read("thermometer", ["temperature", "-2.25"]) == .told(DeviceID("thermometer"), .temperature, frost))
        #expect(try read("bed", ["silent"]) == .silence(DeviceID("bed")))
        #expect(try read("home", ["no activity"]) == .noActivity)
    }

    @Test(arguments: [
        ("pendent", "press", "There is no device `pendent`. Did you mean `pendant`?"),
        ("door", "opn", "`door` cannot tell `opn`. Did you mean `open`?"),
        ("door", "smoke", "`door` cannot tell `smoke`. It can tell `open`, or be `silent`."),
        ("door", "open perhaps", "`open` is `yes` or `no`, and not `perhaps`."),
        ("pendant", "press yes", "`help_call` happens; it takes no value."),
        ("thermometer", "temperature", "`temperature` needs a number that it can be, such as `temperature 20`."),
        ("thermometer", "temperature 900", "`temperature` needs a number that it can be, such as `temperature 20`."),
        ("home", "press", "Of the whole home only `no activity` can be supposed, and not `press`."),
    ])
    func `what is not understood says what was probably meant`(device: String, event: String, words: String) {
        let problem = #expect(throws: SuppositionReader.Problem.self) { try read(device, [event]) }
        #expect(problem?.description == words)
    }

    @Test func `only what lasts has a length, and it has an end`() {
        #expect(throws: SuppositionReader.Problem.self) { try read("pendant", ["press"], lasts: .minutes(5)) }
        #expect(throws: SuppositionReader.Problem.self) { try read("door", ["open"], lasts: .days(9)) }
        #expect(throws: Never.self) { try read("door", ["open"], lasts: .days(8)) }
    }

    @Test func `hostile words are refused and harm nothing`() {
        let words = ["", " ", "-", "temperature 99999999999999999999", "temperature 1.2.3", "temperature --5", "\u{0}"]
        for word in words + [String(repeating: "x", count: 100_000)] {
            #expect(throws: SuppositionReader.Problem.self) { try read("thermometer", [word]) }
        }
    }
}
