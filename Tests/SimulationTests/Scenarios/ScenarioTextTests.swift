internal import GatewayCore
internal import Simulation
internal import Testing

/// Scenarios written and read again.
@Suite struct ScenarioTextTests {
    @Test(arguments: 1...40)
    func `a life is the same after writing and reading`(_ seed: Int) throws {
        let scenario = Scenario(seed: UInt64(seed), days: 1 + seed % 4)
        let text = ScenarioPrinter.text(scenario)
        #expect(try ScenarioParser.parse(text) == scenario)
    }

    @Test(arguments: 1...60)
    func `any scenario is the same after writing and reading`(_ seed: Int) throws {
        var author = ScenarioAuthor(seed: UInt64(seed))
        let scenario = author.scenario()
        let text = ScenarioPrinter.text(scenario)
        let read = try ScenarioParser.parse(text)
        #expect(read == scenario, "\(text)")
        #expect(ScenarioPrinter.text(read) == text)
    }

    @Test func `a scenario reads as it is meant`() throws {
        let scenario = try ScenarioParser.parse(
            """
            # What happens when she presses twice in a night of mishaps.
            home simulated settings 2
            seed 4711
            begins 2026-03-28
            everyday life
            day 1
            07:10        press pendant           # the first
            07:10:05.5   press pendant cancel, late 3m
            22:00-06:30  no motion
            23:10        power cut 20m, with reboot without clock, while recording
            23:40        clock +3y
            day 2
            08:00        broker down 5m, forgets
            08:30        contact anna acknowledges
            09:00        thermometer temperature -12.5
            expect 07:20 nothing raised
            expect 08:00-09:00 told anna raised of help_call
            """)
        #expect(scenario.seed == 4711)
        #expect(scenario.days == 2)
        #expect(scenario.settings == 2)
        #expect(scenario.begins == Scenario.Date(year: 2026, month: 3, day: 28))
        #expect(scenario.hasEverydayLife && !scenario.peopleAnswer && !scenario.endsQuietly)
        #expect(scenario.stillness == [Scenario.Stillness(from: .hours(22), to: .hours(30) + .minutes(30))])
        let cut = Incident.PowerCut(place: .whileRecording, outage: .minutes(20), restart: .rebootWithoutClock)
        #expect(
            scenario.steps.map(\.incident) == [
                .event(DeviceID("pendant"), .helpCall, .clear),
                .event(DeviceID("pendant"), .cancel, .late(.minutes(3))), .powerCut(cut), .clockStep(.days(1_095)),
                .brokerDown(.minutes(5), forgets: true), .answer(ContactID("anna"), .acknowledges),
                .number(DeviceID("thermometer"), .temperature, Quantity(thousandths: -12_500), .clear),
            ])
        #expect(scenario.steps[1].at == .hours(7) + .minutes(10) + .milliseconds(5_500))
        #expect(
            scenario.expectations == [
                Expectation(from: .hours(31) + .minutes(20), to: .hours(31) + .minutes(20), what: .nothingRaised),
                Expectation(
                    from: .hours(32), to: .hours(33), what: .told(ContactID("anna"), .raised, .kind(.helpCall))),
            ])
    }

    // MARK: - What is wrong

    struct Wrong: Sendable, CustomStringConvertible {
        var text: String
        var problem: String

        var description: String { text }
    }

    @Test(arguments: [
        Wrong(
            text: "07:10 pres pendant",
            problem: "1:7: There is no device and no word \"pres\". Did you mean \"press\"?"),
        Wrong(
            text: "07:10 press pendnt",
            problem: "1:13: There is no device and no word \"pendnt\". Did you mean \"pendant\"?"),
        Wrong(text: "7:10 okay", problem: "1:1: \"7:10\" is no time. Write 07:10, 07:10:05 or 22:00-06:30."),
        Wrong(text: "24:00 okay", problem: "1:1: \"24:00\" is no time. Write 07:10, 07:10:05 or 22:00-06:30."),
        Wrong(text: "# x\n\n07:10 door open maybe", problem: "3:17: A open is yes or no."),
        Wrong(
            text: "07:10 stall 5",
            problem: "1:13: A duration is missing. Write it with its unit: 20s, 5m, 1h30m, 3d."),
        Wrong(text: "07:10 okay then", problem: "1:12: Nothing may follow here."),
        Wrong(text: "begins 2026-02-29", problem: "1:8: That month has no such day."),
        Wrong(text: "expekt 07:10 nothing raised", problem:
            "1:1: A line begins with a time, with \"expect\", or with a word of the head. Did you mean \"expect\"?"),
        Wrong(text: "expect 07:10 alert help_cal raised", problem:
            "1:20: \"help_cal\" is not a kind of alert. Did you mean \"help_call\"?"),
        Wrong(text: "07:10 reload settings 9", problem:
            "1:23: Here stands the number of the settings: a number from 0 to 4."),
        Wrong(text: "07:10 broker up 5m", problem: "1:14: Here stands \"down\"."),
        Wrong(text: "22:00-06:30 okay", problem: "1:17: A span is for \"no motion\", or for what repeats: every 30m."),
        Wrong(text: "07:10 anna acknowledges after", problem:
            "1:25: A duration is missing. Write it with its unit: 20s, 5m, 1h30m, 3d."),
        Wrong(text: "07:10 battery of door 3%", problem: "1:18: door does not tell how full its battery is."),
        Wrong(text: "07:10 battery of thermometer 103%", problem: "1:30: A battery is so full: 3%."),
        Wrong(text: "07:10 thermometer temperature 18 17", problem:
            "1:36: Here stands how far apart they are: every 10m."),
        Wrong(text: "07:10 thermometer temperature 18-x3 every 10m", problem:
            "1:31: A temperature is a number with at most three decimals, such as 21.5."),
        Wrong(text: "07:10 thermometer temperature 999999999999+999999999999x99999 every 1s", problem:
            "1:31: A temperature is a number with at most three decimals, such as 21.5."),
        Wrong(text: "scenario Ann calls", problem: "1:10: Here stands a scenario's name, in quotation marks."),
        Wrong(text: "scenario \"a\"\nscenario \"a\"", problem: "2:10: There is a scenario \"a\" before."),
        Wrong(text: "expect 07:10 alert of rule pendnt", problem:
            "1:28: There is no rule \"pendnt\". Did you mean \"pendant\"?"),
        Wrong(text: "expect 07:10 never told anna adress", problem:
            "1:30: \"adress\" is not a kind of data. There are name, address, room, access, readings, story."),
        Wrong(text: "expect 07:10 output lamp on", problem:
            "1:21: There is no such output. There are voice, siren."),
        Wrong(text: "07:10 clock 3y", problem: "1:13: A clock steps forward or back, such as +3y or -5m."),
    ])
    func `what is wrong is told with its place`(_ wrong: Wrong) {
        do {
            _ = try ScenarioParser.parse(wrong.text)
            Issue.record("It was read.")
        } catch {
            #expect(error.all.map(\.description) == [wrong.problem])
        }
    }

    @Test func `all that is wrong is told, but not without end`() {
        let text = Array(repeating: "nonsense", count: 100).joined(separator: "\n")
        do {
            _ = try ScenarioParser.parse(text)
            Issue.record("It was read.")
        } catch {
            #expect(error.all.count == 20)
            #expect(error.all.last?.line == 20)
        }
    }

    @Test(arguments: 1...200)
    func `hostile text is refused or read, and never more`(_ seed: Int) throws {
        var author = ScenarioAuthor(seed: UInt64(seed))
        let text = author.spoiled(ScenarioPrinter.text(author.scenario()))
        guard let scenario = try? ScenarioParser.parse(text) else { return }
        // What was read can be written and read again.
        #expect(try ScenarioParser.parse(ScenarioPrinter.text(scenario)) == scenario)
    }

    @Test(arguments: [
        "", "\u{0}", "day", "day 99999999999999999999", "days -1", "12:00", "12:00-", "-", "expect", "\u{1F4A5}",
    ])
    func `text that is cut short is refused or read`(_ text: String) throws {
        guard let scenario = try? ScenarioParser.parse(text) else { return }
        #expect(scenario.steps.isEmpty)
    }
}
