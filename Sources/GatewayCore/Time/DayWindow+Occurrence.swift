extension DayWindow {
    /// The window on one day or night, from one instant to another.
    package struct Occurrence: Hashable, Codable, Sendable {
        package var start: WallTime
        /// The first instant after it.
        package var end: WallTime
    }

    /// The occurrence in which a time lies; nil outside the window.
    ///
    /// It begins and ends once, also on the night on which an hour happens twice: there at the earlier of
    /// the two. One that lies wholly in a skipped hour does not happen.
    package func occurrence(at time: WallTime, in zone: ZoneTable) -> Occurrence? {
        let today = zone.day(of: time)
        // The one that began yesterday may still run; with a zone far from UTC, none begins earlier.
        for day in [today, today - 1] {
            let occurrence = occurrence(onDay: day, in: zone)
            if occurrence.start <= time, time < occurrence.end { return occurrence }
        }
        return nil
    }

    /// The first occurrence that begins after a time.
    package func nextOccurrence(after time: WallTime, in zone: ZoneTable) -> Occurrence {
        var day = zone.day(of: time) - 1
        while true {
            let occurrence = occurrence(onDay: day, in: zone)
            if occurrence.start > time, occurrence.end > occurrence.start { return occurrence }
            day += 1
        }
    }

    private func occurrence(onDay day: Int, in zone: ZoneTable) -> Occurrence {
        Occurrence(
            start: zone.instant(of: from, onDay: day),
            end: zone.instant(of: to, onDay: from < to ? day : day + 1))
    }
}
