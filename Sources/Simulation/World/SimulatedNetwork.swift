internal import GatewayCore

/// The channels' way to the responders and back.
struct SimulatedNetwork {
    /// What becomes of one attempt.
    struct Fate {
        /// After this long the other side has it; nil for never.
        var arrives: Duration?
        var answers: Duration
        var outcome: DeliveryOutcome
    }

    let seed: UInt64
    private var faults: [(channel: ChannelID, fault: Incident.ChannelFault, number: Int)] = []
    private var lastFault = 0

    init(seed: UInt64) {
        self.seed = seed
    }

    /// - Returns: by which the fault ends.
    mutating func begin(_ fault: Incident.ChannelFault, on channel: ChannelID) -> Int {
        lastFault += 1
        faults.append((channel, fault, lastFault))
        return lastFault
    }

    mutating func end(_ number: Int) { faults.removeAll { $0.number == number } }
    mutating func heal() { faults = [] }

    func fault(_ channel: ChannelID) -> Incident.ChannelFault? { faults.last { $0.channel == channel }?.fault }
    func isDown(_ channel: ChannelID) -> Bool { faults.contains { $0.channel == channel && $0.fault == .down } }

    func fate(of delivery: Delivery) -> Fate {
        let chance = Chance.fixed(seed, delivery.id.number, Int64(delivery.attempts), below: 1_000)
        let way = Duration.milliseconds(20 + chance)
        switch fault(delivery.channel) {
        case nil: return Fate(arrives: way, answers: way * 2, outcome: .accepted)
        case .down:
            return Fate(arrives: nil, answers: .seconds(3), outcome: .failed(reason: "no answer", retryAfter: nil))
        case .slow:
            return Fate(
                arrives: .seconds(20) + way, answers: .seconds(10),
                outcome: .failed(reason: "too slow", retryAfter: nil))
        case .answerLost:
            return Fate(arrives: way, answers: .seconds(10), outcome: .failed(reason: "cut off", retryAfter: nil))
        case .swallows: return Fate(arrives: nil, answers: way * 2, outcome: .accepted)
        case .refuses: return Fate(arrives: nil, answers: way, outcome: .refused(reason: "not for us"))
        case .busy:
            return Fate(arrives: nil, answers: way, outcome: .failed(reason: "busy", retryAfter: .seconds(30)))
        }
    }
}
