/// What time in which nothing could be seen means for a hold that was running.
///
/// A gap is an outage of the gateway, or the silence of the device or of its path.
package enum GapHandling: String, Codable, CaseIterable, Sendable {
    /// It counts: what was true before and is true after was true in between. The safer choice for what
    /// stays as it is when nobody looks, such as an open door.
    case count
    /// It does not count, and what had run before goes on. For what is told by signs that a gap hides,
    /// such as a person's activity.
    case pause
    /// The hold begins anew.
    case restart

    /// From when something counts after a gap that has ended now.
    package func moved(_ time: BootTime, by gap: Duration, until now: BootTime) -> BootTime {
        switch self {
        case .count: time
        case .pause: min(now, time + gap)
        case .restart: now
        }
    }
}
