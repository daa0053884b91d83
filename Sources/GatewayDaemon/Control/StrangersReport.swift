package import GatewayCore

/// Senders that the gateway heard and nobody enrolled, for `pullcord devices enrol` where the gateway has the port.
package struct StrangersReport: Hashable, Codable, Sendable {
    package struct Stranger: Hashable, Codable, Sendable {
        package var intake: IntakeID
        /// By what it would be enrolled.
        package var address: String
        package var heard: Moment
        /// How often since the gateway began to count it.
        package var times: Int
        /// What came when it was last heard at a serial port, so that it can be read with a profile. Empty for
        /// messages of brokers, to which whoever asks can listen.
        package var bytes: [UInt8]
    }

    package var now: Moment
    /// In order of last hearing, of each intake the last `DaemonLimits.strangers`.
    package var strangers: [Stranger]
}

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
