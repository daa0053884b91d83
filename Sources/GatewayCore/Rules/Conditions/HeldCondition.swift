/// A three-valued condition that must last before it counts.
///
/// Unknown is neither true nor false. The hold runs on the boot-time line, so it survives a restart, a
/// power cut and any clock step. What a gap means for it is the rule's choice (`GapHandling`).
package struct HeldCondition: Hashable, Codable, Sendable {
    package private(set) var truth: Truth = .unknown
    /// Since when `truth` holds.
    package private(set) var since: BootTime = .zero
    /// It lasted its hold and was told.
    package private(set) var isReported = false
    /// While unknown: since when it had been true before, if it was.
    private var trueBefore: BootTime?

    package init() {}

    /// Learns the condition's value.
    ///
    /// - Returns: true when a reported condition has just ended.
    package mutating func learn(_ isTrue: Bool, since time: BootTime, gap: GapHandling = .count) -> Bool {
        let learned = Truth(isTrue)
        if learned == truth { return false }
        if truth == .unknown {
            let lost = since
            since = isTrue ? resumed(lost: lost, at: time, gap) : time
        } else {
            // It cannot have begun before the opposite did, whatever age the device gives it.
            since = max(time, since)
        }
        truth = learned
        trueBefore = nil
        guard !isTrue, isReported else { return false }
        isReported = false
        return true
    }

    /// From when the hold counts of what was lost as true, or never known, and is found true.
    private func resumed(lost: BootTime, at time: BootTime, _ gap: GapHandling) -> BootTime {
        guard let trueBefore else { return time }
        switch gap {
        case .count: return trueBefore
        case .pause: return trueBefore + max(.zero, time - lost)
        case .restart: return max(time, lost)
        }
    }

    /// What it was is not known any more. A reported condition stays reported: that its sensor fell silent
    /// does not end it, and its coming back does not begin it again.
    package mutating func forget(at time: BootTime) {
        guard truth != .unknown, !isReported else { return }
        trueBefore = truth == .yes ? since : nil
        truth = .unknown
        since = time
    }

    /// The gateway saw nothing for a while that ended now.
    package mutating func endure(_ outage: Duration, until now: BootTime, gap: GapHandling) {
        guard !isReported else { return }
        switch gap {
        case .count: break
        case .pause:
            if truth == .yes { since = min(now, since + outage) }
            // Both ends of the time in which it is unknown move together.
            if let before = trueBefore { trueBefore = before + outage }
            if truth == .unknown { since = min(now, since + outage) }
        case .restart:
            if truth == .yes { since = now }
        }
    }

    /// When it will have lasted; nil while there is nothing to wait for.
    package func deadline(hold: Duration) -> BootTime? {
        truth == .yes && !isReported ? since + hold : nil
    }

    /// Whether it has now lasted and was not told before.
    package mutating func begins(at now: BootTime, hold: Duration) -> Bool {
        guard let deadline = deadline(hold: hold), deadline <= now else { return false }
        isReported = true
        return true
    }
}
