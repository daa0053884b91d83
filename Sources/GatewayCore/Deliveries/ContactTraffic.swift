/// When one contact was last sent messages below emergency.
package struct ContactTraffic: Hashable, Codable, Sendable {
    package var contact: ContactID
    /// Of the last hour, oldest first; no more than the limit asks for.
    package private(set) var times: [BootTime] = []
    /// Those of them that were urgent.
    package private(set) var urgentTimes: [BootTime] = []

    static let period = Duration.hours(1)

    init(contact: ContactID) {
        self.contact = contact
    }

    /// When there is room for one more; nil for now. Less than urgent never keeps what is urgent waiting.
    func room(for priority: Priority, limit: Int, at now: BootTime) -> BootTime? {
        let counted = priority >= .urgent ? urgentTimes : times
        guard counted.count >= limit else { return nil }
        let free = counted[counted.count - limit] + Self.period
        return free > now ? free : nil
    }

    mutating func count(_ priority: Priority, limit: Int, at now: BootTime) {
        times = Self.newest(times + [now], limit, now)
        urgentTimes = Self.newest(priority >= .urgent ? urgentTimes + [now] : urgentTimes, limit, now)
    }

    /// Nothing of it counts any more.
    func isOver(at now: BootTime) -> Bool { times.allSatisfy { $0 + Self.period <= now } }

    private static func newest(_ times: [BootTime], _ limit: Int, _ now: BootTime) -> [BootTime] {
        Array(times.suffix(limit)).filter { $0 + period > now }
    }
}
