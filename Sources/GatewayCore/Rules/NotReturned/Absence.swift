/// Somebody is away from a bed, a chair or the home, since when, and whether that leaving counts.
struct Absence: Hashable, Codable, Sendable {
    /// The bed's or chair's sensor; nil for the home.
    var device: DeviceID?
    var capability: Capability?
    /// Whether anybody was there when that was last known.
    private(set) var wasThere: Truth = .unknown
    /// When they left; nil when they are there, or when it was never seen that they left.
    private(set) var left: BootTime?
    /// Whether they left within the rule's window; unknown while the clock is not set.
    private(set) var counts: Truth = .unknown
    /// That they left, that it counts, and that they are not back.
    private(set) var condition = HeldCondition()
    private(set) var evidence: Reading?

    init(device: DeviceID? = nil, capability: Capability? = nil) {
        self.device = device
        self.capability = capability
    }

    /// Somebody is there.
    ///
    /// - Returns: true when that ends what was told.
    mutating func isBack(at time: BootTime, gap: GapHandling) -> Bool {
        wasThere = .yes
        left = nil
        counts = .unknown
        return condition.learn(false, since: time, gap: gap)
    }

    /// Nobody is there.
    ///
    /// - Parameters:
    ///   - time: when that was told.
    ///   - leaving: when they left, should this be news; nil when nobody can have left because nobody was
    ///     known to be there.
    mutating func isGone(
        at time: BootTime, leaving: BootTime?, _ reading: Reading?, window: DayWindow?, gap: GapHandling,
        _ context: RuleContext
    ) {
        let isNews = wasThere != .no && leaving != nil
        if isNews, let leaving {
            left = leaving
            counts = context.wasWithin(window, at: leaving)
            evidence = reading
        }
        wasThere = .no
        let isOut = left != nil && counts == .yes
        // What was lost and is found still true was found now; all else began with the leaving.
        let isFoundAgain = condition.truth == .unknown && !isNews
        let since = isFoundAgain ? time : left ?? time
        _ = condition.learn(isOut, since: since, gap: gap)
    }

    /// Decides whether the leaving counts, once the clock is set.
    mutating func decide(window: DayWindow?, gap: GapHandling, _ context: RuleContext) {
        guard let left, counts == .unknown, context.isClockSet else { return }
        counts = context.wasWithin(window, at: left)
        guard counts == .yes, condition.truth == .no else { return }
        _ = condition.learn(true, since: left, gap: gap)
    }

    mutating func forget(at time: BootTime) { condition.forget(at: time) }

    mutating func endure(_ outage: Duration, until now: BootTime, gap: GapHandling) {
        condition.endure(outage, until: now, gap: gap)
    }

    /// Whether it has lasted as long as it may, and was not told before.
    mutating func begins(at now: BootTime, due: BootTime) -> Bool {
        condition.begins(at: now, hold: due - condition.since)
    }
}
