/// On which side of its limits one device last measured the person, as far as enough readings confirm it.
struct MeasuredSide: Hashable, Codable, Sendable {
    let device: DeviceID
    /// Unknown until enough readings agree.
    private(set) var isOut: Truth = .unknown
    /// Readings in a row that say otherwise than `isOut`, all on one side, oldest first.
    private(set) var doubts: [Reading] = []
    private var side: PersonalLimits.Side = .within

    init(device: DeviceID) {
        self.device = device
    }

    /// Takes a reading's side.
    ///
    /// - Parameters:
    ///   - needed: how many readings in a row convince.
    ///   - span: how long before the newest they can lie.
    /// - Returns: the readings that convinced, when they just did.
    mutating func learn(
        _ side: PersonalLimits.Side, from reading: Reading, needed: Int, span: Duration
    ) -> [Reading]? {
        // An unconfirmed reading that is contradicted, or confirms what is known, was an outlier.
        if isOut == Truth(side != .within) {
            if !doubts.isEmpty { doubts = [] }
            return nil
        }
        if let newest = doubts.last {
            if isCopy(reading, of: newest) || reading.measured < newest.measured { return nil }
            if self.side != side { doubts = [] }
        }
        self.side = side
        doubts.removeAll { reading.measured - $0.measured > span }
        doubts.append(reading)
        guard doubts.count >= needed else { return nil }
        let convincing = doubts
        isOut = Truth(side != .within)
        doubts = []
        return convincing
    }

    /// The gateway saw nothing for a while: what of it counts towards the span is the rule's choice.
    mutating func endure(_ outage: Duration, until now: BootTime, gap: GapHandling) {
        switch gap {
        case .count: break
        case .pause:
            for index in doubts.indices {
                doubts[index].moment.boot = min(now, doubts[index].moment.boot + outage)
            }
        case .restart: doubts = []
        }
    }

    /// One measurement that was sent twice confirms nothing.
    private func isCopy(_ reading: Reading, of other: Reading) -> Bool {
        reading.isSameHappening(as: other) || (reading.isRedelivered && reading.value == other.value)
    }
}

extension Reading {
    /// When the device measured it, on the line of boot time.
    var measured: BootTime { moment.boot - age }
}
