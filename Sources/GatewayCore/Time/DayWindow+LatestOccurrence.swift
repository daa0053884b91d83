extension DayWindow {
    /// The newest occurrence that is over by a time.
    package func latestOccurrence(endedBy time: WallTime, in zone: ZoneTable) -> Occurrence {
        // One may run now, one may be skipped by a night that loses an hour, and one lies before.
        var latest = nextOccurrence(after: time - .days(4), in: zone)
        while true {
            let next = nextOccurrence(after: latest.start, in: zone)
            if next.end > time { return latest }
            latest = next
        }
    }
}
