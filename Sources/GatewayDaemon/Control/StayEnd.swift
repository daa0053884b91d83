internal import GatewayCore

/// When a mode or a visit that somebody asks for shall end.
package enum StayEnd: Hashable, Codable, Sendable {
    /// At the next time at which the home's clocks show so many minutes after midnight.
    case at(minutes: Int)
    case after(milliseconds: Int64)

    /// - Parameters:
    ///   - longest: how long it may last at most.
    /// - Returns: nil where that is no time to come.
    func wallTime(from now: WallTime, in zone: ZoneTable, longest: Duration) -> WallTime? {
        switch self {
        case .at(let minutes):
            guard (0..<1_440).contains(minutes) else { return nil }
            return zone.next(TimeOfDay(minutes: minutes), atOrAfter: now + .seconds(1))
        case .after(let milliseconds):
            guard milliseconds > 0, milliseconds <= longest.milliseconds else { return nil }
            return now + .milliseconds(milliseconds)
        }
    }
}
