import Foundation
import GatewayCore
import GatewaySettings
import Testing

struct SystemZonesTests {
    @Test(
        arguments: [
            // 2026-03-29 01:00Z and 2026-10-25 01:00Z are the European changes of 2026.
            ("Europe/Brussels", 1_774_745_999_999, 3_600), ("Europe/Brussels", 1_774_746_000_000, 7_200),
            ("Europe/Brussels", 1_792_889_999_999, 7_200), ("Europe/Brussels", 1_792_890_000_000, 3_600),
            ("Europe/London", 1_774_746_000_000, 3_600), ("Asia/Kolkata", 1_774_746_000_000, 19_800),
            ("UTC", 1_774_746_000_000, 0), ("Etc/GMT+5", 1_774_746_000_000, -18_000),
        ] as [(String, Int64, Int)])
    func `a zone of this machine has its offsets`(_ name: String, _ milliseconds: Int64, _ offset: Int) throws {
        let zone = try #require(SystemZones.table(named: name))
        #expect(zone.offset(at: WallTime(milliseconds: milliseconds)) == offset)
    }

    @Test(arguments: [
        "Europe/Londn", "", "../../etc/passwd", "/etc/passwd", "Europe", "Europe/../UTC", "Europe//London",
        "zone.tab", "tzdata.zi", "posixrules", String(repeating: "A", count: 1_000),
    ])
    func `what is no zone has no table`(_ name: String) {
        #expect(SystemZones.table(named: name) == nil)
    }

    /// Zones whose law has stood for long, so that Foundation's own table of an older date says the same.
    @Test(arguments: [
        "Europe/London", "Europe/Dublin", "Europe/Athens", "America/New_York", "America/St_Johns",
        "Australia/Lord_Howe", "Pacific/Auckland", "Asia/Tokyo", "Antarctica/Troll",
    ])
    func `the years to come are as an independent reader tells them`(_ name: String) throws {
        let table = try #require(SystemZones.table(named: name))
        let foundation = try #require(TimeZone(identifier: name))
        // Each third hour of every tenth day, and past 2037, where files that list every change end.
        for day in stride(from: 18_262, to: 28_500, by: 10) {
            for hour in stride(from: 0, to: 24, by: 3) {
                let seconds = day * 86_400 + hour * 3_600
                let expected = foundation.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
                let offset = table.offset(at: WallTime(milliseconds: Int64(seconds) * 1_000))
                if offset != expected { Issue.record("\(name) at \(seconds): \(offset), not \(expected)") }
            }
        }
    }

    @Test func `the names of this machine's zones are known, for did you mean`() {
        let names = SystemZones.names
        #expect(names.contains("Europe/London") && names.contains("America/Argentina/Ushuaia"))
        #expect(!names.contains { $0.contains(".") || $0.hasPrefix("posix") || $0 == "Europe" })
        #expect(names.allSatisfy { SystemZones.table(named: $0) != nil })
    }

    @Test func `a table reaches to the end of the century`() throws {
        let last = try #require(SystemZones.table(named: "Europe/London")?.transitions.last)
        // 2099-10-25 01:00Z.
        #expect(last == .init(at: WallTime(milliseconds: 4_096_573_200_000), offset: 0))
    }
}
