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
            ("UTC", 1_774_746_000_000, 0),
        ] as [(String, Int64, Int)])
    func `a zone of this machine has its offsets`(_ name: String, _ milliseconds: Int64, _ offset: Int) throws {
        let zone = try #require(SystemZones.table(named: name))
        #expect(zone.offset(at: WallTime(milliseconds: milliseconds)) == offset)
    }

    @Test(arguments: ["Europe/Londn", "", "../../etc/passwd", String(repeating: "A", count: 1_000)])
    func `what is no zone has no table`(_ name: String) {
        #expect(SystemZones.table(named: name) == nil)
    }
}
