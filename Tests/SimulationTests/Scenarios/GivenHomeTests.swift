internal import GatewayCore
internal import GatewayTesting
internal import Simulation
internal import Testing

/// Scenarios in a home that is not the built-in one.
@Suite struct GivenHomeTests {
    private static func home(_ change: (inout HomeBuilder) -> Void = { _ in }) -> ScenarioHome {
        var builder = HomeBuilder()
        builder.zone = .brussels2026
        builder.addHelpCall()
        builder.addLeftOpen()
        builder.addCold(hold: .minutes(30))
        builder.addHazard()
        change(&builder)
        let broker = BrokerConnection(host: "127.0.0.1", port: 1883, clientID: "test", ownTopic: "test")
        return ScenarioHome(
            builder.plan, intakes: [Intake(id: IntakeID("broker"), connection: .mqtt(broker))])
    }

    private static func report(_ text: String, in home: ScenarioHome = home()) throws -> ScenarioRun.Report {
        ScenarioRun(try ScenarioParser.parse(text, words: ScenarioWords(home)), in: home).run()
    }

    @Test func `a press goes up the ladder, and all that can be seen of it is`() throws {
        let report = try Self.report(
            """
            07:10      press pendant
            07:16      bert acknowledges
            expect 07:10-07:10:01 said heard
            expect 07:10:12 alert of rule help_call raised
            expect 07:10:15 told anna saying "Help call"
            expect 07:10:15 told anna with name
            expect 07:12:15 rung 2 of rule help_call
            expect 07:15:15 last action of help_call
            expect 07:15:15 output siren on
            expect 07:16:05 output siren off
            expect 07:16:05 said acknowledged
            expect 08:00    never told anna access and readings
            """)
        #expect(report.isKept, "\(report.text)")
        #expect(report.coverage.missed(.contacts) == [])
        #expect(report.coverage.missed(.rules) == ["left_open", "threshold", "hazard"])
        #expect(report.coverage.reached(.rungs) == ["family 1", "family 2", "family last action"])
        #expect(report.coverage.missed(.rungs) == ["faults 1"])
        #expect(report.coverage.percent(.rules) == 25)
        #expect(report.coverage.missed(.outputs) == [])
    }

    @Test func `contacts answer from now on as was said`() throws {
        let report = try Self.report(
            """
            06:00  anna acknowledges after 40s
            06:00  anna closes with false_alarm after 5m
            07:10  press cord
            09:10  press cord
            expect 07:10:40 alert help_call raised
            expect 07:10:55 alert help_call acknowledged
            expect 07:15:20 no alert
            expect 09:11    alert help_call acknowledged
            expect 09:16    no alert
            """)
        #expect(report.isKept, "\(report.text)")
    }

    @Test func `what was not met says what was expected, what was seen, and where`() throws {
        let report = try Self.report(
            """
            07:10  press cord
            expect 07:11 nothing is raised
            expect 07:11 output siren on
            expect 07:11 told bert with name and address
            expect 07:11 never told anna name
            expect 07:11 told anna saying "Fire"
            """)
        #expect(
            report.failures.map { [$0.expected, $0.seen] } == [
                ["nothing raised", "s-1 help_call was raised"], ["output siren on", "it was off"],
                ["told bert with name and address", "they were told nothing"],
                ["never told anna name", "a message to them had it"],
                [
                    "told anna saying \"Fire\"",
                    "they were told last \"Help call from Margaret in the bathroom at 07:10.\"",
                ],
            ])
        #expect(report.failures.map(\.place) == [0, 1, 2, 3, 4])
        #expect(report.failures[0].timeLine.contains { $0.hasSuffix("s-1 help_call of rule help_call is raised") })
    }

    @Test func `a siren that does not say that it is on is a fault, until it says that it is off`() throws {
        let home = Self.home { builder in
            builder.outputs[1].connection = .mqtt(
                MQTTOutput(
                    intake: IntakeID("broker"), topic: "siren/set", on: "ON", off: "OFF",
                    confirmation: OutputConfirmation(
                        places: [.init(topic: "siren")], on: ["ON"], off: ["OFF"], answersAlways: true)))
        }
        let report = try Self.report(
            """
            07:00  siren silent 30m
            07:10  press pendant
            07:20  anna acknowledges
            expect 07:15:15 output siren on
            expect 07:15:20 no alert gateway_fault
            expect 07:16    alert gateway_fault raised
            expect 07:29    alert gateway_fault raised
            expect 07:32    no alert gateway_fault
            """, in: home)
        #expect(report.isKept, "\(report.text)")
    }

    @Test func `a supervised device lives until it is said to be silent`() throws {
        let home = Self.home { builder in
            builder.devices.append(
                HomeBuilder.device("mat", [.bedOccupied], supervision: .report(silentAfter: .hours(25))))
        }
        let report = try Self.report(
            """
            days 6
            day 3
            06:00  mat silent 2d
            expect 05:00 no alert
            day 4
            expect 02:00 no alert
            expect 04:00 alert device_silence raised
            day 5
            expect 20:00 no alert
            """, in: home)
        #expect(report.isKept, "\(report.text)")
    }

    @Test func `a bridge that is down loses what its devices say, and nothing of the others`() throws {
        let home = Self.home { builder in
            builder.devices.append(HomeBuilder.device("button", [.helpCall], bridge: nil))
            builder.addRule("help_call", "button", values: ["devices": .devices([DeviceID("button")])])
        }
        let report = try Self.report(
            """
            07:00  bridge down 10m
            07:05  press cord
            07:06  press button
            expect 07:05:30 nothing raised
            expect 07:06:30 alert of rule button raised
            expect 07:20    alert of rule help_call
            """, in: home)
        #expect(report.failures.map(\.expected) == ["alert of rule help_call"], "\(report.text)")
        #expect(report.violations.isEmpty)
    }

    @Test func `a press that no rule hears is no broken promise, and a press that one hears is kept`() throws {
        let home = Self.home { builder in
            builder.devices.append(HomeBuilder.device("other", [.helpCall]))
        }
        let report = try Self.report(
            """
            07:00  press other
            08:00  press cord
            08:00:01  reboot 3m
            expect 07:00-07:59 nothing raised
            expect 08:03-08:10 told anna raised of help_call
            """, in: home)
        #expect(report.isKept, "\(report.text)")
    }

    @Test(arguments: [
        ("everyday life", "Only the simulated home has an everyday life."), ("home simulated", "The home is that of"),
        ("07:00 serial gone 5m", "The home has no serial port."), ("07:00 press wired-cord", "There is no device"),
        ("07:00 visit carer comes", "This home has none."), ("07:00 reload settings 1", "from 0 to 0"),
    ])
    func `what this home does not have is refused`(_ text: String, _ problem: String) {
        #expect {
            try ScenarioParser.parse(text, words: ScenarioWords(Self.home()))
        } throws: { "\($0)".contains(problem) }
    }

    /// Two brokers, the first with two bridges, and two serial ports, each with a button.
    private static var manyWays: ScenarioHome {
        var builder = HomeBuilder()
        builder.bridges.append(Bridge(id: BridgeID("attic"), intake: IntakeID("broker")))
        builder.bridges.append(Bridge(id: BridgeID("shed"), intake: IntakeID("yard")))
        for (name, intake, bridge) in [
            ("up", "broker", "attic"), ("out", "yard", "shed"), ("lane", "yard", nil), ("left", "left-port", nil),
            ("right", "right-port", nil),
        ] {
            var device = HomeBuilder.device(name, [.helpCall], bridge: bridge)
            device.intake = IntakeID(intake)
            builder.devices.append(device)
        }
        for name in ["pendant", "up", "out", "lane", "left", "right"] {
            builder.addRule("help_call", name, values: ["devices": .devices([DeviceID(name)])])
        }
        let broker = BrokerConnection(host: "127.0.0.1", port: 1883, clientID: "test", ownTopic: "test")
        let port = SerialConnection(binding: .file("/dev/test"), serialProtocol: .rfxtrx, speed: 38_400)
        return ScenarioHome(
            builder.plan,
            intakes: ["broker", "yard"].map { Intake(id: IntakeID($0), connection: .mqtt(broker)) }
                + ["left-port", "right-port"].map { Intake(id: IntakeID($0), connection: .serial(port)) })
    }

    @Test func `of several brokers, bridges and ports one can be down`() throws {
        let report = try Self.report(
            """
            07:00  bridge attic down 10m
            07:01  press up
            07:01  press pendant
            07:01  press out
            expect 07:02 no alert of rule up
            expect 07:02 alert of rule pendant raised
            expect 07:02 alert of rule out raised
            expect 07:02 alert bridge_fault raised
            expect 07:11 no alert bridge_fault
            08:00  broker yard down 10m, forgets
            08:01  press lane
            08:01  press up
            expect 08:02 no alert of rule lane
            expect 08:02 alert of rule up raised
            09:00  serial left-port gone 10m
            09:01  press left
            09:01  press right
            expect 09:02 no alert of rule left
            expect 09:02 alert of rule right raised
            10:00  broker down 5m
            10:01  broker yard down 1h
            10:10  press lane
            10:10  serial gone 5m
            10:12  press left
            10:16  press left
            expect 10:11 alert of rule lane raised
            expect 10:14 no alert of rule left
            expect 10:17 alert of rule left raised
            """, in: Self.manyWays)
        #expect(report.isKept, "\(report.text)")
    }

    @Test(arguments: [
        ("07:00 broker yrd down 5m", "1:14: There is no broker \"yrd\". Did you mean \"yard\"?"),
        ("07:00 bridge cellar down 5m", "1:14: There is no bridge \"cellar\". There are zigbee, attic, shed."),
        ("07:00 serial rigth-port gone 5m", "1:14: There is no serial port \"rigth-port\". Did you mean \"right-port\"?"),
        ("07:00 broker yard gone 5m", "1:14: Here stands \"down\"."),
    ])
    func `which broker, bridge or port is looked up`(_ text: String, _ problem: String) {
        #expect {
            try ScenarioParser.parse(text, words: ScenarioWords(Self.manyWays))
        } throws: { "\($0)" == problem }
    }

    @Test func `the same scenario is the same run`() throws {
        let text = "days 2\n07:00 press cord\n08:00 clock +3y\n09:00 reboot 1h\nexpect 10:00 no alert"
        let first = try Self.report(text)
        let second = try Self.report(text)
        #expect(first.text == second.text && !first.isKept)
    }
}
