import Foundation
import GatewayCore
import GatewaySettings
import Simulation
import Testing

/// The shipped packs see recorded homes.
struct PackReplayTests {
    private static func excerpt() throws -> ActivityRecording {
        let root = #filePath.split(separator: "/").dropLast(2).reduce("") { $0 + "/" + $1 }
        let file = root + "/SimulationTests/Replay/TIHM/activity-excerpt.csv"
        return try ActivityReader.read(try DiskFiles().read(file, atMost: 10_000_000).bytes)
    }

    private static func replay(_ home: ActivityHome, _ gaps: [CollectorSilence.Gap] = []) throws -> ReplayReport {
        let replayed = ReplayedHome(home)
        let result = RecordedHomeSettings.read(
            packs: ["inactivity"], devices: replayed.devices, zone: "Europe/London", zones: { _ in .london })
        let plan = try #require(result.settings, "\(BaseHome.report(result))").plan
        return HomeReplay().run(plan, replayed.readings, paths: replayed.paths(gaps))
    }

    @Test func `the days on which nobody was seen are alarmed, and ordinary days are not`() throws {
        let home = try #require(try Self.excerpt().homes.first { $0.name == "93c14" })
        let report = try Self.replay(home)
        let told = Set(report.alerts.filter { $0.raised != nil }.map { report.zone.civil($0.shown).date })
        #expect(told.contains("2019-05-31"), "\(told)")
        #expect(told.isDisjoint(with: ["2019-05-29", "2019-05-30", "2019-06-04"]), "\(told)")
    }

    /// Several homes of which one lives on while the others' collector is out, and one that is truly silent.
    private static func town(silent: Int?) throws -> ActivityRecording {
        var text = "patient_id,location_name,date\n"
        for day in 3...9 {
            for home in 0..<6 {
                for minute in stride(from: 420 + home, to: 1_380, by: 15) {
                    // Friday's evening to Sunday's afternoon.
                    let isOut = (day == 7 && minute >= 1_320) || day == 8 || (day == 9 && minute < 900)
                    let isSilent = home == silent && (4...5).contains(day)
                    if isOut || isSilent { continue }
                    let clock = "\((minute / 60).padded(to: 2)):\((minute % 60).padded(to: 2)):00"
                    text += "h\(home),hall,2019-06-\(day.padded(to: 2)) \(clock)\n"
                }
            }
        }
        return try ActivityReader.read(Array(text.utf8))
    }

    @Test func `an outage of whoever collects is a fault of the path, and calls about nobody`() throws {
        let recording = try Self.town(silent: nil)
        let gaps = CollectorSilence().gaps(in: recording)
        for home in recording.homes {
            let report = try Self.replay(home, gaps)
            #expect(report.alerts.filter(\.isPersonal) == [], "\(home.name)")
            #expect(report.alerts.contains { $0.kind == .intakeFault }, "\(home.name)")
        }
    }

    @Test func `who alone is silent is called about all the same`() throws {
        let recording = try Self.town(silent: 2)
        let gaps = CollectorSilence().gaps(in: recording)
        let days = try recording.homes.map { home in
            let report = try Self.replay(home, gaps)
            return report.alerts.filter { $0.isPersonal && $0.raised != nil }.map { report.zone.civil($0.shown).date }
        }
        #expect(Set(days[2]).isSuperset(of: ["2019-06-04"]), "\(days[2])")
        #expect(days.enumerated().allSatisfy { $0.offset == 2 || $0.element.isEmpty }, "\(days)")
    }

    /// Set PULLCORD_TIHM to a folder with the unpacked Activity.csv.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["PULLCORD_TIHM"] != nil))
    func `in the common outage of TIHM nobody is called about`() throws {
        let folder = try #require(ProcessInfo.processInfo.environment["PULLCORD_TIHM"])
        let recording = try ActivityReader.read(try DiskFiles().read(folder + "/Activity.csv", atMost: 1 << 30).bytes)
        let gaps = CollectorSilence().gaps(in: recording)
        for home in recording.homes {
            let report = try Self.replay(home, gaps)
            let told = report.alerts.filter { $0.isPersonal && $0.raised != nil }.map(\.shown.rfc3339)
            let inOutage = told.filter { $0 > "2019-06-15T03:04" && $0 < "2019-06-17T13:16" }
            #expect(inOutage == [], "\(home.name)")
        }
    }
}
