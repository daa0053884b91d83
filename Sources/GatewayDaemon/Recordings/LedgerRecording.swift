package import GatewayCore
internal import LedgerStore

/// What a gateway's ledger recorded of a home, to be lived through again.
package struct LedgerRecording: Sendable {
    /// A time in which the gateway could not see through a path.
    package struct PathDown: Hashable, Sendable {
        package var path: Path
        package var from: WallTime
        /// Nil for one that is still down.
        package var to: WallTime?
    }

    /// In the order in which they arrived.
    package let readings: [Reading]
    /// In order of their beginning.
    package let downPaths: [PathDown]
    /// What is not as it was written, each in one sentence.
    package let damage: [String]
    private let anchor: Moment?

    /// Whether there is a ledger at a path: its folder, or its file.
    package static func exists(at path: String) -> Bool {
        LedgerCopy.database(at: path) != nil
    }

    /// - Parameter path: the ledger's folder or file, of a gateway that runs or not: it is copied first.
    package init(at path: String) throws(LedgerError) {
        let copy = try LedgerCopy(of: path)
        let readings = try copy.readings()
        anchor = readings.last { $0.moment.quality == .synchronised }?.moment ?? readings.last?.moment
        self.readings = readings
        downPaths = try copy.alerts().compactMap { alert in
            guard case .path(let path) = alert.cause else { return nil }
            switch path {
            case .intake, .bridge: break
            default: return nil
            }
            guard case .closed(let closure) = alert.state else { return PathDown(path: path, from: alert.happened) }
            return PathDown(path: path, from: alert.happened, to: max(closure.at.wall, alert.happened))
        }.sorted { $0.from < $1.from }
        damage = copy.damage
    }

    /// When a reading arrived on a line without steps: the wall clock of the newest trusted reading, and from there
    /// back by the durations between them.
    package func time(of reading: Reading) -> WallTime {
        guard let anchor else { return reading.moment.wall }
        return anchor.wall - (anchor.boot - reading.moment.boot)
    }
}
