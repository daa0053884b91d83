extension ZoneTable {
    /// "03:01:10", as a clock on the wall shows it.
    package func clockWithSeconds(_ time: WallTime) -> String {
        let civil = civil(time)
        return "\(civil.clock):\(civil.second.padded(to: 2))"
    }

    /// "2026-11-28 03:01:10", as a clock on the wall shows it.
    package func dateAndClock(_ time: WallTime) -> String { "\(civil(time).date) \(clockWithSeconds(time))" }
}
