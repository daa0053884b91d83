/// A room with a door contact and a motion sensor, such as a bathroom: movement after the door was shut means
/// that somebody is inside until it is opened, however still they are.
struct ClosedRoom: Hashable, Codable, Sendable {
    private var isShut: Truth = .unknown
    /// Since when the door is shut without a break that is known.
    private var shutSince: BootTime = .zero
    /// Somebody moved after the door was last shut.
    private(set) var isInside = false
    private(set) var condition = HeldCondition()
    /// The movement that told.
    private(set) var evidence: Reading?

    /// A sensor that saw somebody leave may say so this long after the door was shut behind them.
    static let leavingTakes = Duration.seconds(10)
    /// Motion sensors go on saying "motion" for a while after the last movement, commonly up to three minutes.
    /// What is said later is of a movement behind the shut door.
    static let motionLasts = Duration.minutes(3)

    /// Takes what the contact says.
    ///
    /// - Returns: true when that ends what was told.
    mutating func door(isOpen: Bool, at time: BootTime, gap: GapHandling) -> Bool {
        let before = isShut
        isShut = Truth(!isOpen)
        if isOpen {
            isInside = false
            evidence = nil
            return condition.learn(false, since: time, gap: gap)
        }
        switch before {
        case .yes: return false
        case .unknown where isInside:
            // Shut before and shut after: whoever was inside still is.
            _ = condition.learn(true, since: time, gap: gap)
        case .no, .unknown:
            shutSince = time
            _ = condition.learn(false, since: time, gap: gap)
        }
        return false
    }

    /// Takes a live sign of movement.
    mutating func moved(_ reading: Reading, isChange: Bool, gap: GapHandling) {
        let time = reading.moment.boot - reading.age
        let settled = shutSince + (isChange ? Self.leavingTakes : Self.motionLasts)
        guard isShut == .yes, !isInside, time >= settled else { return }
        isInside = true
        evidence = reading
        // Nobody came in by a shut door.
        _ = condition.learn(true, since: shutSince, gap: gap)
    }

    /// The door cannot be seen any more.
    mutating func forgetDoor(at time: BootTime) {
        isShut = .unknown
        condition.forget(at: time)
    }

    mutating func endure(_ outage: Duration, until now: BootTime, gap: GapHandling) {
        condition.endure(outage, until: now, gap: gap)
    }

    mutating func begins(at now: BootTime, hold: Duration) -> Bool { condition.begins(at: now, hold: hold) }
}
