extension RuleContext {
    /// A point of the line for a wall time, as the clock stands now.
    package func boot(of time: WallTime) -> BootTime { moment.boot + (time - moment.wall) }

    /// When a window that runs now ends, or the next one begins; soon while the clock is not set.
    package func nextTurn(of window: DayWindow) -> BootTime {
        guard isClockSet else { return moment.boot + Self.clockRecheck }
        if let running = window.occurrence(at: moment.wall, in: zone) { return boot(of: running.end) }
        return boot(of: window.nextOccurrence(after: moment.wall, in: zone).start)
    }
}
