internal import GatewayCore

/// The serial ports: nothing is kept or sent again, but what waits in the kernel while the gateway is stalled.
struct SimulatedPort {
    /// Ports that are gone.
    var gone: Set<IntakeID> = []
    private(set) var waiting: [SimulatedBroker.Letter] = []

    mutating func wait(_ letter: SimulatedBroker.Letter) { waiting.append(letter) }

    mutating func next() -> SimulatedBroker.Letter? { waiting.isEmpty ? nil : waiting.removeFirst() }

    /// The gateway has closed these ports, or they are gone.
    mutating func drop(_ ports: [IntakeID]) { waiting.removeAll { ports.contains($0.way.intake) } }
}
