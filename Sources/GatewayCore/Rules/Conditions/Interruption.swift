/// A time in which something was not as it must be to be judged: as far as the newest such time goes.
package struct Interruption: Hashable, Codable, Sendable {
    /// It goes on, since then.
    private var since: BootTime?
    /// When the newest one ended.
    private var until: BootTime?

    package init() {}

    /// Keeps up with whether it goes on.
    package mutating func follow(_ isOn: Bool, at now: BootTime) {
        if isOn {
            if since == nil { since = now }
        } else if since != nil {
            end(at: now)
        }
    }

    /// There was one until now.
    package mutating func end(at now: BootTime) {
        since = nil
        until = now
    }

    /// When the newest one ended; nil while one goes on, and when there was none.
    package var ended: BootTime? { since == nil ? until : nil }

    /// Whether any of it lies after a time.
    package func touches(after time: BootTime) -> Bool {
        since != nil || until.map { $0 > time } ?? false
    }
}
