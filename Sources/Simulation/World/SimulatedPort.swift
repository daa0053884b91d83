internal import GatewayCore

/// The serial port: nothing is kept or sent again, but what waits in the kernel while the gateway is stalled.
struct SimulatedPort {
    var isUp = true
    private(set) var waiting: [SimulatedBroker.Letter] = []

    mutating func wait(_ letter: SimulatedBroker.Letter) { waiting.append(letter) }

    mutating func next() -> SimulatedBroker.Letter? { waiting.isEmpty ? nil : waiting.removeFirst() }

    /// The gateway has closed the port, or the port is gone.
    mutating func drop() { waiting = [] }
}
