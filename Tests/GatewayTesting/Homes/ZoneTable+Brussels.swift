package import GatewayCore

extension ZoneTable {
    /// Europe/Brussels in 2026: an hour on at 2026-03-29 01:00 UTC, back at 2026-10-25 01:00 UTC.
    package static let brussels2026 = ZoneTable(
        name: "Europe/Brussels", firstOffset: 3_600,
        transitions: [
            Transition(at: WallTime(milliseconds: 1_774_746_000_000), offset: 7_200),
            Transition(at: WallTime(milliseconds: 1_792_890_000_000), offset: 3_600),
        ])
}
