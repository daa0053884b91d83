import Foundation
import GatewayCore
import GatewaySettings
import GatewayTesting
import Testing

/// Laws change, and tzdata with them, while the gateway runs.
struct ZoneLawTests {
    /// 2026-11-22 00:00Z, and the European changes around it.
    private static let november = WallTime(milliseconds: 1_795_305_600_000)
    private static let march = WallTime(milliseconds: 1_806_195_600_000)

    /// A TZif file without a past: its rule has always held.
    private func file(_ rule: String, version: UInt8 = 0x32, types: UInt8 = 1) -> [UInt8] {
        let header = Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
        // Five counts of nothing but one kind of time with a name of four bytes.
        let block =
            header + [UInt8](repeating: 0, count: 16) + [0, 0, 0, types, 0, 0, 0, 4]
            + [0, 0, 0, 0, 0, 0] + Array("LMT\0".utf8)
        return block + block + Array("\n\(rule)\n".utf8)
    }

    private func withZones(_ body: (_ folder: String, _ write: (String, [UInt8]) throws -> Void) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("zones-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("Test"), withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.path) { name, bytes in
            try Foundation.Data(bytes).write(to: folder.appendingPathComponent(name))
        }
    }

    @Test func `a changed law moves the next change of the clocks, without a release`() throws {
        try withZones { folder, write in
            try write("Test/Land", file("LTT0LST,M3.5.0/1,M10.5.0"))
            let before = try #require(SystemZones.table(named: "Test/Land", in: folder))
            #expect(before.transitions.first { $0.at > Self.november }?.at == Self.march)

            // From now on summer time begins on the second Sunday of April.
            try write("Test/Land", file("LTT0LST,M4.2.0/1,M10.5.0"))
            let after = try #require(SystemZones.table(named: "Test/Land", in: folder))
            #expect(after.transitions.first { $0.at > Self.november }?.at == Self.march + .days(14))

            // Seven in the morning comes an hour later in UTC on the days between.
            let seven = TimeOfDay(minutes: 420)
            let dawn = Self.march + .hours(12)
            #expect(after.next(seven, atOrAfter: dawn) - before.next(seven, atOrAfter: dawn) == .hours(1))

            // No summer time at all.
            try write("Test/Land", file("LTT0"))
            #expect(SystemZones.table(named: "Test/Land", in: folder)?.transitions == [])
        }
    }

    @Test func `settings are renewed when the law is another, and only then`() throws {
        let settings = try #require(BaseHome.read().settings)
        #expect(settings.underCurrentLaw { _ in BaseHome.london } == nil)
        #expect(settings.underCurrentLaw { _ in nil } == nil, "What cannot be read is no new law.")
        var changed = BaseHome.london
        changed.transitions[0].at = changed.transitions[0].at + .days(14)
        let renewed = try #require(settings.underCurrentLaw { $0 == "Europe/London" ? changed : nil })
        #expect(renewed.plan.home.zone == changed)
        #expect(renewed.digest == settings.digest)
        #expect(renewed.plan.rules.map(\.common) == settings.plan.rules.map(\.common))
    }

    @Test(arguments: [
        // The rule, an hour of 2026 in UTC (days and hours since the year began), and the offset then.
        ("<+0330>-3:30", 0, 0, 12_600), ("EST5EDT,0/0,J365/25", 0, 0, -14_400), ("EST5EDT,0/0,J365/25", 364, 23, -14_400),
        ("IST-1GMT0,M10.5.0,M3.5.0/1", 0, 0, 0), ("IST-1GMT0,M10.5.0,M3.5.0/1", 180, 0, 3_600),
        ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 180, 0, -3_600), ("AEST-10AEDT,M10.1.0,M4.1.0/3", 0, 0, 39_600),
        ("AEST-10AEDT,M10.1.0,M4.1.0/3", 180, 0, 36_000), ("AAA-1BBB,J60/0,J61/0", 58, 23, 7_200),
        ("AAA-1BBB,59/0,60/0", 59, 21, 7_200), ("AAA-1BBB,59/0,60/0", 59, 22, 3_600),
    ])
    func `a law is read in each of its forms`(_ rule: String, _ day: Int, _ hour: Int, _ offset: Int) throws {
        try withZones { folder, write in
            try write("Test/Land", file(rule))
            let table = try #require(SystemZones.table(named: "Test/Land", in: folder))
            // 2026-01-01 00:00Z.
            let time = WallTime(milliseconds: 1_767_225_600_000) + .hours(Int64(day * 24 + hour))
            #expect(table.offset(at: time) == offset)
        }
    }

    @Test(arguments: [
        "", "LTT", "0", "LTT0LST,M3.5.0", "LTT0LST,M13.5.0,M10.5.0", "LTT0LST,M3.6.0,M10.5.0", "LTT0LST,M3.5.7,M10.5.0",
        "LTT0LST,J0,J9", "LTT0LST,366,1", "LTT999", "LTT0LST,M3.5.0,M10.5.0,more", "LTT0LST,M3.5.0/168,M10.5.0",
        "<LTT0LST,M3.5.0,M10.5.0",
    ])
    func `a law that is none is not taken for one`(_ rule: String) throws {
        try withZones { folder, write in
            try write("Test/Land", file(rule))
            let table = SystemZones.table(named: "Test/Land", in: folder)
            // An empty rule says that the last offset holds for ever.
            #expect((table == nil) == !rule.isEmpty)
        }
    }

    @Test(.ownThread) func `a spoilt file is refused, and none ends the reader`() throws {
        let whole = try DiskFiles().read(SystemZones.folder + "/Europe/London", atMost: 65_536).bytes
        try withZones { folder, write in
            for length in stride(from: 0, to: whole.count, by: 7) {
                try write("Test/Land", Array(whole.prefix(length)))
                #expect(SystemZones.table(named: "Test/Land", in: folder) == nil)
            }
            var chance = SplitMix(seed: 7)
            for _ in 0..<500 {
                var spoilt = whole
                for _ in 0..<4 { spoilt[Int(chance.next() % UInt64(spoilt.count))] = UInt8(chance.next() & 0xff) }
                try write("Test/Land", spoilt)
                _ = SystemZones.table(named: "Test/Land", in: folder)
            }
        }
    }

    private struct SplitMix {
        var state: UInt64

        init(seed: UInt64) { state = seed }

        mutating func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
            return mixed ^ (mixed >> 31)
        }
    }
}
