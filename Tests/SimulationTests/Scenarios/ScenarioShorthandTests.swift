internal import GatewayCore
internal import Simulation
internal import Testing

/// What one line of a scenario can say at once.
@Suite struct ScenarioShorthandTests {
    private static func steps(_ text: String) throws -> [Scenario.Step] { try ScenarioParser.parse(text).steps }

    private static func temperatures(_ text: String) throws -> [String] {
        try steps("06:00 thermometer temperature \(text)").map { step in
            guard case .number(_, _, let quantity, _) = step.incident else { return "?" }
            return "\((step.at - .hours(6)).wholeMinutes) \(quantity)"
        }
    }

    @Test func `a series is written as promtool has it`() throws {
        #expect(try Self.temperatures("18 17.5 _ 16 every 10m") == ["0 18", "10 17.5", "30 16"])
        #expect(try Self.temperatures("18-0.5x2 every 10m") == ["0 18", "10 17.5", "20 17"])
        #expect(try Self.temperatures("-2+1.25x2 _x2 4x1 every 1h") == ["0 -2", "60 -0.75", "120 0.5", "300 4", "360 4"])
    }

    @Test func `states follow one another too`() throws {
        let steps = try Self.steps("06:00 door open yes no _ yesx1 every 5m, late 1s")
        let states: [Bool?] = steps.map { step in
            if case .state(_, .open, let isOn, .late) = step.incident { isOn } else { nil }
        }
        #expect(states == [true, false, true, true])
        #expect(steps.map(\.at).last == .hours(6) + .minutes(20))
    }

    @Test func `a button is pressed some times, and what repeats does so within a span`() throws {
        let presses = try Self.steps("07:00 press cord 3 times every 20s")
        #expect(presses.map(\.at) == [.hours(7), .hours(7) + .seconds(20), .hours(7) + .seconds(40)])
        let motions = try Self.steps("23:00–00:30 hall-motion motion yes every 30m")
        #expect(motions.map(\.at) == [.hours(23), .hours(23) + .minutes(30), .hours(24)])
    }

    @Test func `every day is every day, but for its still times`() throws {
        let scenario = try ScenarioParser.parse(
            """
            days 3
            every day
            12:00  hall-motion motion yes
            12:00  thermometer temperature 20
            expect 13:00 nothing raised
            day 2
            11:00-13:00  no motion
            15:00  press cord
            """)
        let motions = scenario.steps.filter { if case .state = $0.incident { true } else { false } }
        #expect(motions.map(\.at) == [.hours(12), .hours(60)])
        #expect(scenario.steps.count == 6)
        #expect(scenario.expectations.map(\.from) == [.hours(13), .hours(37), .hours(61)])
    }

    @Test func `the words of installers mean what they say`() throws {
        let incidents = try Self.steps(
            """
            08:00 reboot 20m
            08:01 anna acknowledges after 40s
            08:02 anna closes with hospital
            08:03 contact anna closes with false_alarm after 5m
            08:04 battery of thermometer 3%
            08:05 door silent 3d
            08:06 anna silent 1h
            """
        ).map(\.incident)
        let anna = ContactID("anna")
        #expect(
            incidents == [
                .powerCut(Incident.PowerCut(place: .atOnce, outage: .minutes(20), restart: .reboot)),
                .answering(anna, Incident.StandingAnswer(.acknowledges, after: .seconds(40))),
                .closing(anna, .hospital),
                .answering(anna, Incident.StandingAnswer(.closes, outcome: .falseAlarm, after: .minutes(5))),
                .number(DeviceID("thermometer"), .battery, Quantity(thousandths: 3_000), .clear),
                .deviceSilent(DeviceID("door"), .days(3)), .unanswering(anna, .hours(1)),
            ])
        let down = try Self.steps("08:00 uplink down 5m").map(\.incident)
        #expect(down.count == 4 && down.contains(.channel(ChannelID("centre"), .down, .minutes(5))))
    }

    @Test func `a text has several scenarios, and what stands before the first is of all`() throws {
        let file = try ScenarioParser.parseAll(
            """
            seed 7
            06:00 door open no
            scenario "One, with # and a comma"
            07:00 press cord
            expect 07:01 alert help_call
            scenario "Two"
            seed 8
            day 2
            expect 07:01 nothing raised
            expect 07:00 nothing raised
            """)
        #expect(file.entries.map(\.scenario.name) == ["One, with # and a comma", "Two"])
        #expect(file.entries.map(\.scenario.seed) == [7, 8])
        #expect(file.entries.map(\.scenario.steps.count) == [2, 1])
        #expect(file.entries.map(\.scenario.days) == [1, 2])
        #expect(file.entries.map(\.line) == [3, 6])
        #expect(file.entries.map(\.expectationLines) == [[5], [10, 9]])
    }

    private static let author = """
        days 400
        every day
        00:00-23:59 hall-motion motion yes every 1h
        06:00 thermometer temperature 18-0.5x6 _x2 17 every 10m
        10:00-11:00 no motion
        expect 12:00-13:00 nothing raised
        scenario "One"
        anna closes with attended after 1h
        07:00 press cord 3 times every 2s
        07:10 battery of thermometer 3%
        scenario "Two"
        expect 08:00 told anna with name and room
        """

    @Test(arguments: 1...200)
    func `hostile shorthand is refused or read, and never more`(_ seed: Int) {
        var author = ScenarioAuthor(seed: UInt64(seed))
        guard let file = try? ScenarioParser.parseAll(author.spoiled(Self.author)) else { return }
        #expect(!file.entries.isEmpty)
        #expect(file.entries.reduce(0) { $0 + $1.scenario.steps.count } <= 1_000_000)
    }

    @Test(.timeLimit(.minutes(1))) func `still times without end are quick`() throws {
        let text = "days 20000\nevery day\n10:00-11:00 no motion\n00:00-23:59 hall-motion motion yes every 30m"
        let scenario = try ScenarioParser.parse(text)
        #expect(scenario.steps.count == 20_000 * 46)
    }

    @Test func `many lines of what repeats are refused before they are all there`() {
        let text = Array(repeating: "00:00-23:59 hall-motion motion yes every 1s", count: 1_000).joined(separator: "\n")
        #expect(throws: ScenarioProblems.self) { try ScenarioParser.parse(text) }
        let lines = (1...40).map { "scenario \"\($0)\"" }
        let shared = "00:00-23:59 hall-motion motion yes every 2s"
        #expect(throws: ScenarioProblems.self) {
            try ScenarioParser.parseAll(([shared] + lines).joined(separator: "\n"))
        }
    }

    @Test func `what repeats has an end`() {
        let text = "days 36600\nevery day\n00:00-23:59 hall-motion motion yes every 1m"
        #expect(throws: ScenarioProblems.self) { try ScenarioParser.parse(text) }
        #expect(throws: ScenarioProblems.self) {
            try ScenarioParser.parse("00:00-23:59 hall-motion motion yes every 1ms")
        }
    }
}

extension Duration {
    fileprivate var wholeMinutes: Int64 { wholeSeconds / 60 }
}
