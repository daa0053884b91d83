internal import GatewayCore
internal import Simulation
internal import Testing

/// Scenarios with what must be seen in them.
@Suite struct ScenarioRunTests {
    private static func report(_ text: String) throws -> ScenarioRun.Report {
        ScenarioRun(try ScenarioParser.parse(text)).run()
    }

    @Test func `a press is told, taken and closed`() throws {
        let report = try Self.report(
            """
            seed 2
            day 1
            07:10      press pendant
            expect 07:10    alert help_call pending
            expect 07:10    nothing raised
            expect 07:10:20 alert help_call raised
            expect 07:10:20 rung 1 of help_call
            expect 07:12    told anna raised of help_call
            expect 07:10-07:11 said heard
            expect 07:10-07:11 said sent
            expect 07:13:11 rung 2 of help_call
            07:14      contact anna acknowledges
            expect 07:14-07:15 alert help_call acknowledged
            expect 07:14-07:16 told anna acknowledged
            07:30      contact anna closes
            expect 07:31 no alert help_call
            expect 07:31 nothing raised
            expect 07:29-07:31 alert help_call closed
            expect 07:31-09:50 nothing raised
            """)
        #expect(report.isKept, "\(report.text)")
    }

    @Test func `a press taken back in time tells nobody`() throws {
        let report = try Self.report(
            """
            07:10     press pendant
            07:10:05  press pendant cancel
            expect 07:11       alert help_call cancelled
            expect 07:00-08:00 nothing raised
            expect 08:00       told anna nothing
            """)
        #expect(report.isKept, "\(report.text)")
    }

    @Test func `a channel that swallows does not end the ladder`() throws {
        let report = try Self.report(
            """
            seed 2
            07:09  channel anna-app swallows 2h
            07:10  press cord
            expect 07:10-07:12 told anna nothing
            expect 07:12:05    rung 2 of help_call
            expect 07:12-07:14 told centre raised
            expect 07:11-07:13 said nobody_yet
            """)
        #expect(report.isKept, "\(report.text)")
    }

    @Test func `a restart begins no hold anew`() throws {
        let report = try Self.report(
            """
            08:00  door open yes
            08:05  power cut 2m
            expect 08:09 no alert left_open
            expect 08:10:05 alert left_open raised
            """)
        #expect(report.isKept, "\(report.text)")
    }

    @Test func `after a lost ledger a press still calls, and a kept press does not`() throws {
        let report = try Self.report(
            """
            07:10  press cord
            07:30  power cut 1m, ledger lost
            expect 07:32-08:30 no alert help_call
            08:40  press cord
            expect 08:40-08:41 alert help_call raised
            """)
        #expect(report.isKept, "\(report.text)")
    }

    /// The simulated clock once saw no deadline more than two and a half hours ahead.
    @Test func `what is due after a quiet night is done in its time`() throws {
        let report = try Self.report(
            """
            expect 09:59 no alert missed
            expect 10:01 alert missed pending
            expect 10:15-10:16 alert missed raised
            """)
        #expect(report.isKept, "\(report.text)")
    }

    @Test func `what was not met is told with the time line around it`() throws {
        let report = try Self.report(
            """
            07:10  press cord
            expect 07:10-07:11 nothing raised
            expect 07:10-07:11 alert smoke raised
            expect 07:11 told centre raised
            """)
        #expect(!report.isKept)
        #expect(
            report.failures.map(\.cause) == [
                "day 1 07:10-07:11: expected nothing raised, but s-2 help_call was raised.",
                "day 1 07:10-07:11: expected alert smoke raised, but there was none.",
                "day 1 07:11: expected told centre raised, but they were told nothing.",
            ])
        #expect(report.failures.allSatisfy { $0.timeLine.contains("day 1 07:10:00 press cord") })
    }

    @Test func `in a still time nobody moves`() throws {
        let scenario = try ScenarioParser.parse(
            """
            everyday life
            days 2
            day 1
            06:00-24:00  no motion
            """.replacing("24:00", with: "05:59"))
        let report = ScenarioRun(scenario).run()
        #expect(report.violations.isEmpty, "\(report.text)")
        var watched = scenario
        watched.expectations = [
            Expectation(from: .hours(16), to: .hours(29), what: .alert(.kind(.inactivity), .raised))
        ]
        #expect(ScenarioRun(watched).run().isKept)
    }
}
