internal import Foundation
internal import GatewayCore
internal import Simulation
internal import Testing

/// Recordings of real homes go through the very engine.
@Suite struct HomeReplayTests {
    private static func excerpt() throws -> ActivityRecording {
        let file = Bundle.module.bundleURL.appendingPathComponent("TIHM/activity-excerpt.csv")
        return try ActivityReader.read(Array(try Foundation.Data(contentsOf: file)))
    }

    private static func day(_ text: String) throws -> Int {
        let numbers = text.split(separator: "-").compactMap { Int($0) }
        return CivilTime.day(year: try #require(numbers.first), month: numbers[1], day: numbers[2])
    }

    @Test func `the excerpt is read whole`() throws {
        let recording = try Self.excerpt()
        #expect(recording.badLines == 0)
        #expect(recording.homes.map(\.name).sorted() == ["65db4", "93c14"])
        #expect(recording.homes.map(\.firings.count).reduce(0, +) == recording.lines - 1)
    }

    @Test func `the days on which nobody was seen are alarmed, and ordinary days are not`() throws {
        let home = try #require(try Self.excerpt().homes.first { $0.name == "93c14" })
        let replayed = ReplayedHome(home)
        let report = HomeReplay().run(replayed.plan, replayed.readings)
        #expect(!report.isStuck)
        #expect(report.readings >= home.firings.count)
        let raised = Set(report.lines.filter { $0.kind == .inactivity && $0.raised > 0 }.map(\.day))
        #expect(raised.contains(try Self.day("2019-05-31")), "\(report.lines)")
        #expect(!raised.contains(try Self.day("2019-05-29")), "\(report.lines)")
        #expect(!raised.contains(try Self.day("2019-06-04")), "\(report.lines)")
    }

    @Test func `a silence of the collecting side is a silence`() throws {
        let home = try #require(try Self.excerpt().homes.first { $0.name == "65db4" })
        let replayed = ReplayedHome(home)
        let report = HomeReplay().run(replayed.plan, replayed.readings)
        let raised = Set(report.lines.filter { $0.kind == .inactivity && $0.raised > 0 }.map(\.day))
        #expect(raised == [try Self.day("2019-06-15")], "\(report.lines)")
    }

    @Test func `the same recording is the same story`() throws {
        let home = try #require(try Self.excerpt().homes.first)
        let replayed = ReplayedHome(home)
        #expect(HomeReplay().run(replayed.plan, replayed.readings) == HomeReplay().run(replayed.plan, replayed.readings))
    }

    @Test func `an alert is taken and closed, so that the next is a new one`() throws {
        // Seen at eight on three mornings, and nothing between: each day is silent for longer than eighteen hours.
        let start = CivilTime.day(year: 2_019, month: 6, day: 3)
        let text = (0..<4).map { day in
            "h,hall,\(CivilTime(WallTime(milliseconds: Int64(start + day) * 86_400_000)).date) 08:00:00\n"
        }
        let recording = try ActivityReader.read(Array(("patient_id,location_name,date\n" + text.joined()).utf8))
        let replayed = ReplayedHome(try #require(recording.homes.first))
        let report = HomeReplay().run(replayed.plan, replayed.readings)
        // By day after five hours, and by night after eighteen.
        #expect(report.raised == 6, "\(report.lines)")
        #expect(report.deliveries >= 3 * report.raised)
        #expect(report.alerts.map(\.rule?.name) == ["quiet-day", "silent-home", "quiet-day", "silent-home", "quiet-day", "silent-home"])
        #expect(report.alerts.allSatisfy { $0.raised != nil && $0.ended != nil && $0.isPersonal })
        #expect(report.raisedByMonth.map(\.month) == ["2019-06"])
    }

    @Test func `a door at night is told, the same door by day is not`() throws {
        let recording = try ActivityReader.read(
            Array(
                """
                patient_id,location_name,date
                h,front-door,2019-06-03 12:00:00
                h,hall,2019-06-03 12:01:00
                h,front-door,2019-06-04 02:00:00
                h,hall,2019-06-04 02:01:00

                """.utf8))
        let replayed = ReplayedHome(try #require(recording.homes.first))
        let report = HomeReplay().run(replayed.plan, replayed.readings)
        let day = CivilTime.day(year: 2_019, month: 6, day: 4)
        #expect(report.lines.filter { $0.kind != .inactivity }.map(\.day) == [day], "\(report.lines)")
    }

    @Test func `an opening ends by itself before the next`() throws {
        let recording = try ActivityReader.read(
            Array(
                """
                patient_id,location_name,date
                h,Front Door,2019-06-03 08:00:00
                h,Front Door,2019-06-03 08:00:02
                h,hall,2019-06-03 08:00:20
                h,Fridge door,2019-06-03 08:00:30

                """.utf8))
        let replayed = ReplayedHome(try #require(recording.homes.first))
        let told = replayed.readings.map { "\($0.device) \($0.value == .state(true)) \($0.at.rfc3339.suffix(9))" }
        #expect(
            told == [
                "front-door true 0:00.000Z", "front-door false 0:02.000Z", "front-door true 0:02.000Z",
                "front-door false 0:07.000Z", "hall true 0:20.000Z", "fridge-door true 0:30.000Z",
            ])
        #expect(replayed.devices.map(\.isEntrance) == [true, false, false])
    }

    @Test func `names that settings could not have are made into some that they can`() throws {
        let recording = try ActivityReader.read(
            Array("patient_id,location_name,date\nÉ 1,Küche!,2019-06-03 08:00:00\nÉ 1,Köche!,2019-06-03 09:00:00\n".utf8))
        let replayed = ReplayedHome(try #require(recording.homes.first))
        #expect(replayed.devices.map(\.id.name) == ["k-che-", "k-che--1"])
    }

    @Test func `nothing is replayed of nothing`() throws {
        let home = try #require(try Self.excerpt().homes.first)
        let report = HomeReplay().run(ReplayedHome(home).plan, [])
        #expect(report.turns == 0 && report.from == nil)
    }

    /// Set PULLCORD_TIHM to a folder with the unpacked Activity.csv.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["PULLCORD_TIHM"] != nil))
    func `all homes of TIHM are replayed`() throws {
        let folder = try #require(ProcessInfo.processInfo.environment["PULLCORD_TIHM"])
        let file = URL(fileURLWithPath: folder).appendingPathComponent("Activity.csv")
        let recording = try ActivityReader.read(Array(try Foundation.Data(contentsOf: file)))
        #expect(recording.homes.count == 28 && recording.badLines == 0)
        for home in recording.homes {
            let replayed = ReplayedHome(home)
            let report = HomeReplay().run(replayed.plan, replayed.readings)
            #expect(!report.isStuck && report.readings >= home.firings.count, "\(home.name)")
        }
    }
}
