internal import GatewayCore

/// The brokers and the bridges before them: what was sent is delivered until the gateway has recorded it.
struct SimulatedBroker {
    /// One message of a device on its way to the gateway.
    struct Letter {
        var number: Int64
        var device: DeviceID
        var way: ScenarioHome.Way
        var capability: Capability
        var value: ReadingValue
        /// True wall time of its sending, where the device's messages carry it.
        var occurred: WallTime?
        var freshness = Freshness.live
        /// It was delivered before and not acknowledged.
        var isRedelivered = false
        /// It was handed to the gateway over this connection.
        var isDelivered = false
    }

    /// Not yet acknowledged by the gateway, oldest first.
    private(set) var queue: [Letter] = []
    /// The newest state of each capability, as the bridge and the broker keep it.
    private(set) var states: [Letter] = []
    /// Brokers that are down.
    var down: Set<IntakeID> = []
    /// Bridges that are down.
    var downBridges: Set<BridgeID> = []

    /// Takes what a device sent; false when there was nobody to take it.
    mutating func take(_ letter: Letter) -> Bool {
        guard !down.contains(letter.way.intake), letter.way.bridge.map({ !downBridges.contains($0) }) ?? true else {
            return false
        }
        queue.append(letter)
        keep(letter)
        return true
    }

    /// It is the newest of its capability.
    mutating func keep(_ letter: Letter) {
        let device = letter.device
        let capability = letter.capability
        if let index = states.firstIndex(where: { $0.device == device && $0.capability == capability }) {
            states[index] = letter
        } else {
            states.append(letter)
        }
    }

    /// Next to be delivered beside what the gateway has and has not acknowledged; it stays in the queue.
    func delivers(but unacknowledged: [Int64]) -> Letter? {
        queue.first { !down.contains($0.way.intake) && !unacknowledged.contains($0.number) }
    }

    mutating func noteDelivery(_ number: Int64) {
        for index in queue.indices where queue[index].number == number { queue[index].isDelivered = true }
    }

    mutating func acknowledge(_ number: Int64) {
        guard let index = queue.firstIndex(where: { $0.number == number }) else { return }
        queue.remove(at: index)
    }

    /// The connections to these brokers broke: what was delivered comes again with the mark of a repetition.
    mutating func breakConnection(to brokers: [IntakeID]) {
        for index in queue.indices where queue[index].isDelivered && brokers.contains(queue[index].way.intake) {
            queue[index].isRedelivered = true
        }
    }

    /// These brokers begin anew without what they had.
    ///
    /// - Returns: the numbers of what will never come again.
    mutating func forget(_ brokers: [IntakeID]) -> [Int64] {
        let lost = queue.filter { brokers.contains($0.way.intake) }.map(\.number)
        queue.removeAll { brokers.contains($0.way.intake) }
        states.removeAll { brokers.contains($0.way.intake) }
        return lost
    }

    /// Whose copies are sent.
    enum Source: Hashable {
        case brokers([IntakeID])
        case bridges([BridgeID])

        func holds(_ way: ScenarioHome.Way) -> Bool {
            switch self {
            case .brokers(let brokers): brokers.contains(way.intake)
            case .bridges(let bridges): way.bridge.map(bridges.contains) ?? false
            }
        }
    }

    /// Copies of what is kept, of brokers that are up. A press that somebody kept by mistake comes too.
    func copies(_ freshness: Freshness, of source: Source) -> [Letter] {
        states.filter { source.holds($0.way) && !down.contains($0.way.intake) }.map { letter in
            var copy = letter
            copy.freshness = freshness
            copy.number = 0
            return copy
        }
    }
}
