internal import GatewayCore

/// The broker and the bridge before it: what was sent is delivered until the gateway has recorded it.
struct SimulatedBroker {
    /// One message of a device on its way to the gateway.
    struct Letter {
        var number: Int64
        var device: DeviceID
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
    var isUp = true
    var isBridgeUp = true

    /// Takes what a device sent; false when there was nobody to take it.
    ///
    /// - Parameter isBridged: the device speaks through the bridge.
    mutating func take(_ letter: Letter, isBridged: Bool) -> Bool {
        guard isUp, isBridgeUp || !isBridged else { return false }
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
        guard isUp else { return nil }
        return queue.first { !unacknowledged.contains($0.number) }
    }

    mutating func noteDelivery(_ number: Int64) {
        for index in queue.indices where queue[index].number == number { queue[index].isDelivered = true }
    }

    mutating func acknowledge(_ number: Int64) {
        guard let index = queue.firstIndex(where: { $0.number == number }) else { return }
        queue.remove(at: index)
    }

    /// The connection broke: what was delivered comes again with the mark of a repetition.
    mutating func breakConnection() {
        for index in queue.indices where queue[index].isDelivered { queue[index].isRedelivered = true }
    }

    /// The broker begins anew without what it had.
    ///
    /// - Returns: the numbers of what will never come again.
    mutating func forget() -> [Int64] {
        let lost = queue.map(\.number)
        queue = []
        states = []
        return lost
    }

    /// Copies of what is kept. A press that somebody kept by mistake comes too.
    func copies(_ freshness: Freshness) -> [Letter] {
        states.map { letter in
            var copy = letter
            copy.freshness = freshness
            copy.number = 0
            return copy
        }
    }
}
