/// A time zone as plain data: when its offset from UTC changes, and to what.
///
/// The core never sees a calendar library; the daemon fills this from the system's tzdata.
package struct ZoneTable: Hashable, Codable, Sendable {
    package struct Transition: Hashable, Codable, Sendable {
        package var at: WallTime
        /// Seconds east of UTC from `at` on.
        package var offset: Int

        package init(at: WallTime, offset: Int) {
            self.at = at
            self.offset = offset
        }
    }

    /// The IANA name, for people: "Europe/Brussels".
    package var name: String
    /// Seconds east of UTC before the first transition.
    package var firstOffset: Int
    /// In order of time.
    package var transitions: [Transition]

    package init(name: String, firstOffset: Int, transitions: [Transition]) {
        precondition(
            zip(transitions, transitions.dropFirst()).allSatisfy { $0.at < $1.at },
            "Transitions must be in order of time."
        )
        self.name = name
        self.firstOffset = firstOffset
        self.transitions = transitions
    }

    package static let utc = ZoneTable(name: "UTC", firstOffset: 0, transitions: [])

    /// Seconds east of UTC at a wall time.
    package func offset(at time: WallTime) -> Int {
        var low = 0
        var high = transitions.count
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle].at <= time { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? firstOffset : transitions[low - 1].offset
    }

    /// Whether the offset stays as it is for the days around a time, so that each time of day happens once.
    func isSteady(around time: WallTime) -> Bool {
        let around = Duration.days(2)
        var low = 0
        var high = transitions.count
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle].at <= time - around { low = middle + 1 } else { high = middle }
        }
        return low == transitions.count || transitions[low].at > time + around
    }

    package func civil(_ time: WallTime) -> CivilTime {
        CivilTime(time, offset: offset(at: time))
    }

    /// The first wall time at or after `earliest` at which a clock in the zone shows `time`.
    ///
    /// On a night on which that time is skipped, the first instant after the gap; on one on which it
    /// happens twice, the earlier.
    package func next(_ time: TimeOfDay, atOrAfter earliest: WallTime) -> WallTime {
        var day = self.day(of: earliest) - 1
        while true {
            let candidate = instant(of: time, onDay: day)
            if candidate >= earliest { return candidate }
            day += 1
        }
    }

    /// Days from 1970-01-01 to the date that a calendar in the zone shows.
    package func day(of time: WallTime) -> Int {
        Int((time.milliseconds &+ Int64(offset(at: time)) * 1_000).flooredQuotient(by: 86_400_000))
    }

    /// When a clock in the zone shows `time` on a day; skipped and doubled times as in `next`.
    package func instant(of time: TimeOfDay, onDay day: Int) -> WallTime {
        resolve(localMilliseconds: Int64(day) * 86_400_000 + Int64(time.minutes) * 60_000)
    }

    private func resolve(localMilliseconds local: Int64) -> WallTime {
        // The offsets that may hold around that local time, the earlier instant (larger offset) first.
        let around = WallTime(milliseconds: local)
        let offsets = [offset(at: around - .hours(26)), offset(at: around + .hours(26))].sorted(by: >)
        for candidate in offsets {
            let time = WallTime(milliseconds: local - Int64(candidate) * 1_000)
            if offset(at: time) == candidate { return time }
        }
        // Skipped: the instant of the transition that skipped it.
        let late = WallTime(milliseconds: local - Int64(offsets[1]) * 1_000)
        return transitions.last { $0.at <= late }?.at ?? late
    }
}
