internal import GatewayCore

// Brokers, bridges and serial ports that are down for a while, and what comes when they are up again. One that is
// down already is not broken a second time.
extension SimulatedWorld {
    mutating func breakBrokers(_ brokers: [IntakeID], for duration: Duration, forgets: Bool) {
        let falling = brokers.filter { !broker.down.contains($0) }
        guard !falling.isEmpty else { return }
        broker.down.formUnion(falling)
        broker.breakConnection(to: falling)
        if forgets { for number in broker.forget(falling) { show(.lost(number: number)) } }
        for broker in falling { report(.intake(broker)) }
        after(duration, .brokersEnd(falling))
    }

    mutating func breakBridges(_ bridges: [BridgeID], for duration: Duration) {
        let falling = bridges.filter { !broker.downBridges.contains($0) }
        guard !falling.isEmpty else { return }
        broker.downBridges.formUnion(falling)
        for bridge in falling { report(.bridge(bridge)) }
        after(duration, .bridgesEnd(falling))
    }

    mutating func breakPorts(_ ports: [IntakeID], for duration: Duration) {
        let falling = ports.filter { !port.gone.contains($0) }
        guard !falling.isEmpty else { return }
        port.gone.formUnion(falling)
        port.drop(falling)
        for port in falling { report(.intake(port)) }
        after(duration, .portsEnd(falling))
    }

    // MARK: - Up again

    mutating func mend(brokers: [IntakeID]) {
        broker.down.subtract(brokers)
        for broker in brokers { report(.intake(broker)) }
        for bridge in home.bridges where brokers.contains(bridge.intake) { report(.bridge(bridge.id)) }
        deliverCopies(.retained, of: .brokers(brokers))
        deliverQueue()
    }

    mutating func mend(bridges: [BridgeID]) {
        broker.downBridges.subtract(bridges)
        let seen = bridges.filter { !isBehindBreak($0) }
        guard !seen.isEmpty else { return }
        for bridge in seen { report(.bridge(bridge)) }
        deliverCopies(.restated, of: .bridges(seen))
        deliverQueue()
    }

    mutating func mend(ports: [IntakeID]) {
        port.gone.subtract(ports)
        for port in ports { report(.intake(port)) }
    }

    /// All that is down is up again.
    mutating func mendPaths() {
        let brokers = home.brokers.filter { broker.down.contains($0) }
        if !brokers.isEmpty { mend(brokers: brokers) }
        let bridges = home.bridges.map(\.id).filter { broker.downBridges.contains($0) }
        if !bridges.isEmpty { mend(bridges: bridges) }
        let ports = home.ports.filter { port.gone.contains($0) }
        if !ports.isEmpty { mend(ports: ports) }
    }

    /// A bridge that cannot be seen: its broker is down.
    func isBehindBreak(_ id: BridgeID) -> Bool {
        home.bridges.first { $0.id == id }.map { broker.down.contains($0.intake) } ?? false
    }
}
