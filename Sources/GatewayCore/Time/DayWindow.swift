/// A part of each day in the home's zone; it may cross midnight ("22:00–06:30").
package struct DayWindow: Hashable, Codable, Sendable {
    package var from: TimeOfDay
    package var to: TimeOfDay

    /// - Precondition: `from` and `to` differ; a window of a whole day is no window.
    package init(from: TimeOfDay, to: TimeOfDay) {
        precondition(from != to, "A window begins and ends at different times.")
        self.from = from
        self.to = to
    }

    /// Whether a time lies in an occurrence of the window: each night in one, also on the night on which an
    /// hour happens twice.
    package func contains(_ time: WallTime, in zone: ZoneTable) -> Bool {
        zone.isSteady(around: time) ? contains(zone.civil(time)) : occurrence(at: time, in: zone) != nil
    }

    /// By the clock's face alone.
    private func contains(_ civil: CivilTime) -> Bool {
        let minute = civil.hour * 60 + civil.minute
        if from < to { return minute >= from.minutes && minute < to.minutes }
        return minute >= from.minutes || minute < to.minutes
    }

    /// The next wall time after `time` at which the window begins or ends.
    package func nextEdge(after time: WallTime, in zone: ZoneTable) -> WallTime {
        occurrence(at: time, in: zone)?.end ?? nextOccurrence(after: time, in: zone).start
    }

    /// "22:00–06:30".
    package var clock: String { "\(from.clock)–\(to.clock)" }
}
