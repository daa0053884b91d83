internal import GatewayCore

/// The last strangers of each intake. Belongs to the loop's thread.
struct StrangerList {
    private(set) var strangers: [StrangersReport.Stranger] = []

    /// Whoever sends under ever new addresses displaces only others of the same intake.
    mutating func note(_ addresses: [String], in arrival: Arrival, isSerial: Bool) {
        for address in addresses {
            let same = strangers.firstIndex { $0.intake == arrival.intake && $0.address == address }
            let times = same.map { strangers.remove(at: $0).times } ?? 0
            let own = strangers.indices.filter { strangers[$0].intake == arrival.intake }
            if own.count >= DaemonLimits.strangers { strangers.remove(at: own[0]) }
            strangers.append(
                StrangersReport.Stranger(
                    intake: arrival.intake, address: address, heard: arrival.moment, times: min(times, .max - 1) + 1,
                    bytes: isSerial ? Array(arrival.bytes.prefix(DaemonLimits.strangerBytes)) : []))
        }
    }

    /// Forgets those of intakes that are no more.
    mutating func keep(_ intakes: [IntakeID]) {
        strangers.removeAll { !intakes.contains($0.intake) }
    }
}
