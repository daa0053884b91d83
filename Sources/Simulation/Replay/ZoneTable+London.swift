package import GatewayCore

extension ZoneTable {
    /// Europe/London from 2002 to 2060 by the Summer Time Order 2002: the last Sundays of March and October at
    /// 01:00 UTC. A recording of the past needs the law of its time, also where the machine's table begins later.
    package static let london = ZoneTable(
        name: "Europe/London", firstOffset: 0,
        transitions: (2_002...2_060).flatMap { year in
            [(3, 3_600), (10, 0)].map { month, offset in
                Transition(at: lastSunday(year: year, month: month), offset: offset)
            }
        })

    /// 01:00 UTC on the last Sunday of a month of 31 days.
    private static func lastSunday(year: Int, month: Int) -> WallTime {
        let last = CivilTime.day(year: year, month: month, day: 31)
        // Day 0 of the count was a Thursday, so that 3 was a Sunday.
        let sunday = last - ((last - 3) % 7 + 7) % 7
        return WallTime(milliseconds: Int64(sunday) * 86_400_000 + 3_600_000)
    }

    /// What a clock in the zone shows, as a wall time. Of a time that happens twice the earlier; one that was
    /// skipped counts as if the clock had not yet been set.
    ///
    /// - Parameter local: milliseconds from 1970-01-01 00:00 of the zone's clock.
    package func wall(ofLocal local: Int64) -> WallTime {
        let around = WallTime(milliseconds: local)
        let before = offset(at: around - .hours(26))
        let after = offset(at: around + .hours(26))
        for offset in before > after ? [before, after] : [after, before] {
            let time = WallTime(milliseconds: local - Int64(offset) * 1_000)
            if self.offset(at: time) == offset { return time }
        }
        return WallTime(milliseconds: local - Int64(before) * 1_000)
    }
}
