internal import Simulation
internal import Testing

/// Scenarios that once broke a promise, as the shrinker wrote them, with what must be seen in them.
enum RegressionScenarios {
    struct Regression: Sendable, CustomStringConvertible {
        var story: String
        var text: String

        var description: String { story }
    }

    static let all = [
        Regression(
            story: "A bridge's break that was no fault yet at a stop became one after the start, unseen.",
            text: """
                seed 2502
                days 2
                people answer
                ends quietly
                day 1
                09:25:55.235  bridge down 2h30m57s919ms
                09:26:03.851  power cut 1m5s213ms, of the process
                09:26:10.5    broker down 32m9s566ms
                expect 09:27-09:50 no alert bridge_fault
                expect 09:27:30    alert intake_fault raised
                expect 09:59       alert bridge_fault
                """),
        Regression(
            story: "A second press that was on disk, and not acknowledged to the broker, came again after a power cut.",
            text: """
                seed 2612
                days 2
                people answer
                ends quietly
                day 1
                00:52:18.497  press cord
                01:02:58.355  disk io 5m29s398ms
                01:03:55.492  press cord
                01:04:07.203  power cut 1m14s287ms, after recording
                expect 00:52:20 alert help_call raised
                """),
        Regression(
            story: "A door was used, nothing could be seen for hours, and the home counted as left all the while.",
            text: """
                seed 8020071
                days 2
                people answer
                ends quietly
                day 1
                07:22:00.803  door open no
                07:30:00.57   bridge down 4h28m22s705ms
                10:54:06.009  suspend 8h53m37s178ms
                18:06:50.243  power cut 4h36m11s765ms, with reboot without clock
                18:10:56.609  lounge-motion motion yes
                20:04:13.417  bridge down 3h35m49s662ms
                expect 07:00-23:59 no alert not_returned
                day 2
                expect 00:00-11:59 no alert not_returned
                """),
        Regression(
            story: "The home was said to be empty, nothing could be seen when that ended, and it counted as left all the while.",
            text: """
                seed 8020071
                days 2
                people answer
                ends quietly
                day 1
                07:21:53.803  away 3h46m55s762ms
                07:30:00.57   bridge down 4h28m22s705ms
                10:54:06.009  suspend 8h53m37s178ms
                18:06:50.243  power cut 4h36m11s765ms, with reboot without clock
                18:10:56.609  lounge-motion motion yes
                20:04:13.417  bridge down 3h35m49s662ms
                expect 07:00-23:59 no alert not_returned
                day 2
                expect 00:00-11:59 no alert not_returned
                """),
        Regression(
            story: "Somebody was seen inside while their home could not be seen, and counted as away all the time.",
            text: """
                seed 8020071
                days 3
                people answer
                ends quietly
                day 1
                07:21:53.803  away 3h46m55s762ms
                07:30:00.57   bridge down 4h28m22s705ms
                10:54:06.009  suspend 8h53m37s178ms
                18:06:50.243  power cut 4h36m11s765ms, with reboot without clock
                18:10:56.609  lounge-motion motion yes
                20:04:13.417  bridge down 3h35m49s662ms
                day 2
                00:38:00.446  away 6h57m26s763ms
                expect 00:00-06:30 no alert not_returned
                """),
        Regression(
            story: "Medicine that was taken with the last stroke of its window counted as missed.",
            text: """
                seed 8314013
                begins 2027-12-31
                days 53
                people answer
                ends quietly
                day 52
                08:30:19.464  bed bed_occupied yes
                10:00:00.384  medicine-box open yes
                expect 10:00-23:00 no alert missed
                """),
        Regression(
            story: "A fall and its cancel were written together, late, and came again: the oracle had not kept the fall.",
            text: """
                seed 8401080
                begins 2027-12-31
                days 7
                people answer
                ends quietly
                day 6
                07:41:33.075  disk full 9m27s358ms
                07:43:38.331  press pendant fall
                07:43:39.376  press pendant cancel
                07:43:54.235  suspend 4h57m45s790ms
                10:03:09.354  power cut 43s342ms, of the process, after recording, after 2 effects
                expect 12:43  alert fall cancelled
                """),
        Regression(
            story: "Quiet hours came a second time when the clock was set back, and the oracle counted them as one.",
            text: """
                seed 8407058
                begins 2026-06-27
                days 3
                people answer
                ends quietly
                day 1
                13:56:38.708  press wired-cord
                15:01:11.546  suspend 7h59m10s99ms
                day 2
                05:30:29.043  clock -22d6h27m6s662ms
                """),
    ]
}

@Suite struct RegressionScenarioTests {
    @Test(arguments: RegressionScenarios.all)
    func `a scenario that once broke a promise keeps it`(_ regression: RegressionScenarios.Regression) throws {
        let report = ScenarioRun(try ScenarioParser.parse(regression.text)).run()
        #expect(report.isKept, "\(report.text)")
    }
}
