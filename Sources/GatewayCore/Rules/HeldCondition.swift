/// A three-valued condition that must last before it counts.
///
/// Unknown is neither true nor false. The hold runs on the boot-time line, so it survives a restart, a
/// power cut and any clock step; time in which the gateway was off counts, because a door that is open is
/// open whether we look or not.
package struct HeldCondition: Hashable, Codable, Sendable {
    package enum Truth: String, Codable, Sendable {
        case unknown, no, yes
    }

    package private(set) var truth: Truth = .unknown
    /// Since when `truth` holds.
    package private(set) var since: BootTime = .zero
    /// It lasted its hold and was told.
    package private(set) var isReported = false

    package init() {}

    /// Learns the condition's value.
    ///
    /// - Returns: true when a reported condition has just ended.
    package mutating func learn(_ isTrue: Bool, since time: BootTime) -> Bool {
        let learned: Truth = isTrue ? .yes : .no
        if learned == truth { return false }
        // It cannot have begun before the opposite did, whatever age the device gives it.
        since = truth == .unknown ? time : max(time, since)
        truth = learned
        guard !isTrue, isReported else { return false }
        isReported = false
        return true
    }

    /// What it was is not known any more. A reported condition stays reported: that its sensor fell silent
    /// does not end it, and its coming back does not begin it again.
    package mutating func forget(at time: BootTime) {
        guard truth != .unknown, !isReported else { return }
        truth = .unknown
        since = time
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
