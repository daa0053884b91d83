internal import GatewayCore
@testable internal import Simulation
internal import Testing

/// What a replay shows of activity and alerts, and what other settings would change.
@Suite struct ReplayPlotTests {
    private func report(_ lines: String, gaps: [CollectorSilence.Gap] = []) throws -> ReplayReport {
        let recording = try ActivityReader.read(Array(("patient_id,location_name,date\n" + lines).utf8))
        let replayed = ReplayedHome(try #require(recording.homes.first))
        return HomeReplay().run(replayed.plan, replayed.readings, paths: replayed.paths(gaps))
    }

    private static let twoDays = """
        h,hall,2019-06-03 08:00:00
        h,hall,2019-06-03 08:10:00
        h,hall,2019-06-03 20:30:00
        h,hall,2019-06-05 08:00:00

        """

    @Test func `each day has a row with its hours, its signs and its alerts`() throws {
        let lines = ReplayChart(try report(Self.twoDays)).lines
        #expect(lines.count >= 4)
        #expect(lines[1].hasPrefix("2019-06-03 Mon │        █           ▄   │     3  ● 13:15 urgent: quiet-day (quiet-day)"))
        #expect(lines.contains { $0.hasPrefix("2019-06-04 Tue │                        │     0") }, "\(lines)")
        #expect(lines.contains { $0.hasPrefix("2019-06-05 Wed │        ▄               │     1") }, "\(lines)")
    }

    @Test func `hours in which nothing could be seen are marked`() throws {
        let gap = CollectorSilence.Gap(
            from: WallTime(milliseconds: 1_559_574_000_000), to: WallTime(milliseconds: 1_559_588_400_000))
        let lines = ReplayChart(try report(Self.twoDays, gaps: [gap])).lines
        #expect(lines[1].hasPrefix("2019-06-03 Mon │        █       ××××▄   │"), "\(lines)")
    }

    @Test func `the drawing is one SVG with a row for each day and a mark for each alert`() throws {
        var report = try report(Self.twoDays)
        report.home = "<Mill & \"Lane\">"
        let svg = ReplayDrawing([report]).svg
        #expect(svg.hasPrefix("<svg xmlns=") && svg.hasSuffix("</svg>\n"))
        #expect(svg.contains("&lt;Mill &amp; &quot;Lane&quot;&gt;") && !svg.contains("<Mill"))
        #expect(svg.contains("prefers-color-scheme: dark"))
        #expect(svg.ranges(of: "<circle").count == report.alerts.count)
        #expect(svg.ranges(of: "<rect class=\"sign\"").count == 3)
        #expect(!svg.contains("http://") || svg.ranges(of: "http://").count == 1, "It needs nothing from elsewhere.")
        #expect(svg.ranges(of: "<text").count == svg.ranges(of: "</text>").count)
    }

    @Test func `what other settings change appears, vanishes or moves`() throws {
        let before = try report(Self.twoDays)
        #expect(ReplayComparison(before, before).changes == [])
        #expect(ReplayComparison(before, before).same == before.raised)
        let nothing = try report("h,hall,2019-06-03 08:00:00\n")
        #expect(ReplayComparison(before, nothing).changes == before.alerts.map { .vanishes($0) })
        #expect(ReplayComparison(nothing, before).changes == before.alerts.map { .appears($0) })
        // Seen ten minutes later: the first alert of the day comes ten minutes later too.
        let later = try report(Self.twoDays.replacing("08:10", with: "08:20"))
        let changes = ReplayComparison(before, later).changes
        #expect(changes == [.moves(from: before.alerts[0], to: later.alerts[0])])
    }

    @Test(arguments: [
        ("on", RecordedValue.state(true)), ("Closed", .state(false)), ("21.5", .number(Quantity(thousandths: 21_500))),
        ("-0.125", .number(Quantity(thousandths: -125))), ("0", .number(Quantity(thousandths: 0))),
    ])
    func `states and numbers are read`(_ text: String, _ value: RecordedValue) {
        #expect(RecordedValue(text) == value)
    }

    @Test(arguments: ["", "maybe", "1.2.3", "1.", "1.2345", "--1", "1234567890123", "1e3", "+1"])
    func `what is neither is none`(_ text: String) {
        #expect(RecordedValue(text) == nil)
    }

    @Test func `values and a single home without a name are read, and go to the devices of their places`() throws {
        let columns = ActivityColumns(home: nil, place: "where", time: "when", value: "what")
        let recording = try ActivityReader.read(
            Array(
                """
                when,where,what
                2019-06-03 08:00:00,door,open
                2019-06-03 08:01:00,door,closed
                2019-06-03 08:02:00,climate,20.5
                2019-06-03 08:03:00,climate,warm
                2019-06-03 08:04:00,attic,on

                """.utf8), columns: columns)
        #expect(recording.badLines == 1 && recording.homes.map(\.name) == [""])
        let placed = PlacedRecording(
            recording.homes[0],
            targets: [
                PlacedRecording.Target(DeviceID("front-door"), .open),
                PlacedRecording.Target(DeviceID("lounge"), .temperature), nil,
            ])
        let told = placed.readings.map { "\($0.device) \($0.value)" }
        #expect(told == ["front-door state(true)", "front-door state(false)", "lounge number(20.5)"], "\(told)")
    }
}
